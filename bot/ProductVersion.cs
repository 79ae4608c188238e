using System.Reflection;

namespace GuidelineBot;

/// <summary>The version that <c>Directory.Build.props</c> gives to everything.</summary>
internal static class ProductVersion
{
    /// <summary>1.0.0, or 1.1.0-rc.1 before a release.</summary>
    public static string Full { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>1.0.0, as Teams wants the version of an app.</summary>
    public static string Numbers { get; } = Full.Split('-', '+')[0];
}
