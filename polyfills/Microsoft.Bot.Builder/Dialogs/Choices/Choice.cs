using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One thing to choose.</summary>
public class Choice(string value = null)
{
    [JsonProperty("value")]
    public string Value { get; set; } = value;

    [JsonProperty("action")]
    public CardAction Action { get; set; }

    [JsonProperty("synonyms")]
    public List<string> Synonyms { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    None,
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}

/// <summary>How choices are strung together in a sentence.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    [JsonProperty("inlineSeparator")]
    public string InlineSeparator { get; set; }

    [JsonProperty("inlineOr")]
    public string InlineOr { get; set; }

    [JsonProperty("inlineOrMore")]
    public string InlineOrMore { get; set; }

    [JsonProperty("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}
