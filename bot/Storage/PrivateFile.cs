namespace GuidelineBot.Storage;

/// <summary>Files with people's words and names in them are the bot's own: others on the machine may not read them.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>How to open a new file; what is there already keeps its rights.</summary>
    public static FileStreamOptions New(FileMode mode = FileMode.CreateNew)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return options;
    }

    /// <summary>
    /// Makes an empty file for whoever writes it by name, with its owner's rights alone; takes from one that is there the rights of all the
    /// world.
    /// </summary>
    public static void Ensure(string path)
    {
        if (!File.Exists(path))
            new FileStream(path, New(FileMode.OpenOrCreate)).Dispose();
        else if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & Others) != 0)
            File.SetUnixFileMode(path, mode & ~Others);
    }
}
