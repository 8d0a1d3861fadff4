using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Content.FileTexts;

/// <summary>
/// What <see cref="ReadingProcess"/> starts: for each path that comes in it says the file's words, on a line of its own after a sign that no log begins with.
/// In Base64, because consoles differ in how they write letters. It opens no database.
/// </summary>
internal static class ReadingVerb
{
    public const string Name = "read-files";
    public const char Sign = '\u0002';

    public static Command Of(IServiceProvider services)
    {
        var verb = new Command(Name, "Read the words of files whose paths come in, for the server itself") { Hidden = true };
        verb.SetAction((_, cancel) => ServeAsync(Console.In, Console.Out, services.GetRequiredService<TimeProvider>(), cancel));
        return verb;
    }

    private static async Task<int> ServeAsync(TextReader paths, TextWriter answers, TimeProvider clock, CancellationToken cancel)
    {
        await SayAsync("");        // it has begun
        while (await paths.ReadLineAsync(cancel) is { Length: > 0 } path)
            await SayAsync(Read(path, clock));
        return 0;

        async Task SayAsync(string words)
        {
            await answers.WriteLineAsync($"{Sign}{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}".AsMemory(), cancel);
            await answers.FlushAsync(cancel);
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
