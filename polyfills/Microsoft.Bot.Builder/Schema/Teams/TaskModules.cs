using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A task module was opened or sent.</summary>
public class TaskModuleRequest
{
    public TaskModuleRequest()
    {
    }

    public TaskModuleRequest(object data = default, TaskModuleRequestContext context = default)
    {
        Data = data;
        Context = context;
    }

    [JsonProperty("data")]
    public object Data { get; set; }

    [JsonProperty("context")]
    public TaskModuleRequestContext Context { get; set; }
}

/// <summary>The theme the person uses.</summary>
public class TaskModuleRequestContext
{
    public TaskModuleRequestContext()
    {
    }

    public TaskModuleRequestContext(string theme = default)
    {
        Theme = theme;
    }

    [JsonProperty("theme")]
    public string Theme { get; set; }
}

/// <summary>The answer to a task module.</summary>
public class TaskModuleResponse
{
    public TaskModuleResponse()
    {
    }

    public TaskModuleResponse(TaskModuleResponseBase task = default)
    {
        Task = task;
    }

    [JsonProperty("task")]
    public TaskModuleResponseBase Task { get; set; }

    [JsonProperty("cacheInfo")]
    public CacheInfo CacheInfo { get; set; }
}

/// <summary>Continue or message.</summary>
public class TaskModuleResponseBase
{
    public TaskModuleResponseBase()
    {
    }

    public TaskModuleResponseBase(string type = default)
    {
        Type = type;
    }

    [JsonProperty("type")]
    public string Type { get; set; }
}

/// <summary>Shows a card or page.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse()
        : base("continue")
    {
    }

    public TaskModuleContinueResponse(TaskModuleTaskInfo value = default)
        : base("continue")
    {
        Value = value;
    }

    [JsonProperty("value")]
    public TaskModuleTaskInfo Value { get; set; }
}

/// <summary>Closes the dialog with a message.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string value = default)
        : base("message")
    {
        Value = value;
    }

    [JsonProperty("value")]
    public string Value { get; set; }
}

/// <summary>What a task module shows.</summary>
public class TaskModuleTaskInfo
{
    public TaskModuleTaskInfo()
    {
    }

    public TaskModuleTaskInfo(
        string title = default,
        object height = default,
        object width = default,
        string url = default,
        Attachment card = default,
        string fallbackUrl = default,
        string completionBotId = default)
    {
        Title = title;
        Height = height;
        Width = width;
        Url = url;
        Card = card;
        FallbackUrl = fallbackUrl;
        CompletionBotId = completionBotId;
    }

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("height")]
    public object Height { get; set; }

    [JsonProperty("width")]
    public object Width { get; set; }

    [JsonProperty("url")]
    public string Url { get; set; }

    [JsonProperty("card")]
    public Attachment Card { get; set; }

    [JsonProperty("fallbackUrl")]
    public string FallbackUrl { get; set; }

    [JsonProperty("completionBotId")]
    public string CompletionBotId { get; set; }
}

/// <summary>How long Teams may cache an answer, in seconds.</summary>
public class CacheInfo
{
    public CacheInfo()
    {
    }

    public CacheInfo(string cacheType = default, int? cacheDuration = default)
    {
        CacheType = cacheType;
        CacheDuration = cacheDuration;
    }

    [JsonProperty("cacheType")]
    public string CacheType { get; set; }

    [JsonProperty("cacheDuration")]
    public int? CacheDuration { get; set; }
}
