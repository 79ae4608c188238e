using System.Reflection;

namespace GuidelineBot.Tests.Architecture;

/// <summary>The product stands on Microsoft's own packages; stand-ins are there only for what no feed here has.</summary>
public sealed class PackageTests
{
    [Fact]
    public void No_stand_in_is_there_beyond_the_three() =>
        Assert.Empty(
            Directory
                .GetFiles(AppContext.BaseDirectory, "GuidelineBot.Polyfills.*.dll")
                .Select(Path.GetFileNameWithoutExtension)
                .Except(["GuidelineBot.Polyfills.AdaptiveCards", "GuidelineBot.Polyfills.Dialogs", "GuidelineBot.Polyfills.Testing"])
        );

    [Theory]
    [InlineData("Microsoft.Bot.Builder")]
    [InlineData("Microsoft.Bot.Builder.Integration.AspNet.Core")]
    [InlineData("Microsoft.Bot.Connector")]
    [InlineData("Microsoft.Bot.Schema")]
    [InlineData("Microsoft.Recognizers.Text.DateTime")]
    [InlineData("Microsoft.Recognizers.Text.Sequence")]
    public void What_bears_Microsofts_name_is_Microsofts(string assembly) =>
        Assert.Equal(
            "31bf3856ad364e35",
            Convert.ToHexStringLower(
                AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")).GetPublicKeyToken()!
            )
        );
}
