using System.Diagnostics;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Faults;

/// <summary>A disk of a few megabytes (tmpfs), which can be filled to the last byte.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private string Filler => Path.Combine(Folder, "filler");

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var folder = TestFolder.New();
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        return new SmallDisk(folder);
    }

    /// <summary>Nothing more can be written.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        // In ever smaller pieces, so that not one page is left.
        for (var piece = 1 << 20; piece > 0; piece /= 16)
            while (Fits(filler, piece)) { }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync() => await RunAsync("umount", "--lazy", Folder);

    private static bool Fits(FileStream filler, int bytes)
    {
        try
        {
            filler.Write(new byte[bytes]);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {said}");
    }
}

/// <summary>A test with a disk of its own, which root on Linux alone may mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() =>
        Skip = Machine.Without(("right to mount", OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess));
}
