using System.Text;

namespace Integral.Content.FileTexts;

/// <summary>
/// What <see cref="ReadingProcess"/> starts: for each path that comes in it says the file's words, on a line of its own after a sign.
/// In Base64, because consoles differ in how they write letters. It opens no database.
/// </summary>
internal static class ReadingWork
{
    public const string Name = "read-files";
    public const char Sign = '\u0002';

    public static async Task<int> ServeAsync(TextReader paths, TextWriter answers, TimeProvider clock)
    {
        await SayAsync("");        // it has begun
        while (await paths.ReadLineAsync() is { Length: > 0 } path)
            await SayAsync(Read(path, clock));
        return 0;

        async Task SayAsync(string words)
        {
            await answers.WriteLineAsync($"{Sign}{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}");
            await answers.FlushAsync();
        }
    }

    private static string Read(string path, TimeProvider clock)
    {
        try
        {
            using var file = File.OpenRead(path);
            return WordsOfFile.Read(file, clock);
        }
#pragma warning disable CA1031 // a reader of foreign files fails in whatever way it likes: this process is there for that
        catch (Exception) { return ""; }
#pragma warning restore CA1031
    }
}
