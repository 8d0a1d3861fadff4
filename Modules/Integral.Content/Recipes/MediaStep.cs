using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Puts files into the media folder: those beside the recipe, or written in it. Nothing is fetched from elsewhere.</summary>
internal sealed class MediaStep(TimeProvider clock) : IRecipeStep
{
    internal const int Largest = 20 << 20;

    public string Name => "media";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        run.Features.Add(new ContentModule().Id);
        var written = 0;
        foreach (var (file, place) in step.Objects(step.Body, "Files", "Files", run))
        {
            try
            {
                await KeepAsync(MediaPath.Checked(file.Text("TargetPath") ?? ""), Bytes(file, run), run);
                written++;
            }
            catch (RuleException rule) { run.Problem(step, $"{place}.{rule.Field}", rule.Sentence); }
            catch (RecipeException missing) { run.Problem(step, $"{place}.SourcePath", missing.Sentence); }
        }
        if (written > 0) run.Did(T.Say("Files written: {0}", written));
    }

    private static byte[] Bytes(JsonObject file, RecipeRun run)
    {
        Rule.Require(file.Text("SourceUrl") is null, "Files aren't fetched from other servers: put the file beside the recipe.", "SourceUrl");
        if (file.Text("SourcePath") is { } source) return run.File.ReadBytes(source, Largest);
        var text = file.Text("Base64");
        Rule.Require(text is not null, "A file needs a SourcePath or a Base64.", "SourcePath");
        Rule.Require(text.Length / 4 * 3 <= Largest + 3, T.Say("The file is larger than {0} MB.", Largest >> 20), "Base64");
        var bytes = new byte[text.Length];
        Rule.Require(Convert.TryFromBase64String(text, bytes, out var length), "This isn't Base64.", "Base64");
        return bytes[..length];
    }

    private async Task KeepAsync(string path, byte[] bytes, RecipeRun run)
    {
        Rule.Require(bytes.Length <= Largest, T.Say("The file is larger than {0} MB.", Largest >> 20), "Base64");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var files = run.Db.MediaFiles;
        var file = files.Local.FirstOrDefault(f => f.Path == path) ?? await files.SingleOrDefaultAsync(f => f.Path == path);
        if (file?.Hash == hash) return;

        var stored = $"{Guid.CreateVersion7():N}";
        Directory.CreateDirectory(run.Temporary);
        await File.WriteAllBytesAsync(Path.Combine(run.Temporary, stored), bytes);
        if (file is null) files.Add(file = new() { Path = path, StoredName = stored, MediaType = "", Length = 0, Hash = "", ModifiedAt = default });
        (file.StoredName, file.MediaType, file.Length, file.Hash, file.ModifiedAt) = (stored, MediaKind.Of(bytes), bytes.Length, hash, clock.GetUtcNow().UtcDateTime);
    }
}
