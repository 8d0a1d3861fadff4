using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.FileTexts;
using Integral.Content.Media;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Puts files into the media folder: those beside the recipe, or written in it. Nothing is fetched from elsewhere.</summary>
internal sealed class MediaStep(Alarm alarm, MediaLimits limits, TimeProvider clock) : IRecipeStep
{
    internal const int Largest = 20 << 20;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    public string Name => "media";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        run.Features.Add(new ContentModule().Id);
        var written = 0;
        foreach (var (file, place) in step.Objects(step.Body, "Files", "Files", run))
        {
            try
            {
                await KeepAsync(MediaPath.Checked(file.Text("TargetPath") ?? ""), file, Bytes(file, run), run);
                written++;
            }
            catch (RuleException rule) { run.Problem(step, $"{place}.{rule.Field}", rule.Sentence); }
            catch (RecipeException missing) { run.Problem(step, $"{place}.SourcePath", missing.Sentence); }
        }
        foreach (var (folder, place) in step.Objects(step.Body, "Folders", "Folders", run))
        {
            try { await RuleAsync(folder, run); }
            catch (RuleException rule) { run.Problem(step, $"{place}.{rule.Field}", rule.Sentence); }
        }
        // A moment later: by then the recipe has been written.
        if (limits.ReadsWords && run.Db.MediaFiles.Local.Any(f => FileText.MayBeIn(f.MediaType))) await alarm.SetAsync(run.Tenant.Id, FileReading.Alarm, clock.GetUtcNow().UtcDateTime + Later);
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

    private static async Task RuleAsync(JsonObject said, RecipeRun run)
    {
        var path = MediaPath.CheckedFolder(said.Text("Path") ?? "", "Path");
        Rule.Require(path.Length > 0, "A folder needs a name.", "Path");
        Rule.Require(Enum.TryParse<MediaAudience>(said.Text("Audience") ?? nameof(MediaAudience.Everybody), out var audience) && Enum.IsDefined(audience), T.Say("There is no audience '{0}'.", $"{said.Text("Audience")}"), "Audience");
        await MediaFolders.EnsureAsync(run.Db, path);
        var folders = run.Db.MediaFolders;
        (folders.Local.FirstOrDefault(f => f.Path == path) ?? await folders.SingleAsync(f => f.Path == path)).Audience = audience;
    }

    private async Task KeepAsync(string path, JsonObject said, byte[] bytes, RecipeRun run)
    {
        Rule.Require(bytes.Length <= Largest, T.Say("The file is larger than {0} MB.", Largest >> 20), "Base64");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var files = run.Db.MediaFiles;
        var file = files.Local.FirstOrDefault(f => f.Path == path) ?? await files.SingleOrDefaultAsync(f => f.Path == path);
        if (file is not null) Describe(file, said);
        if (file?.Hash == hash) return;

        await using var content = new MemoryStream(bytes);
        var type = MediaKind.Of(bytes);
        var points = MediaKind.IsPicture(type) ? await PurePicture.ReadAsync(content, default) : null;
        if (MediaKind.IsPicture(type) && points is null) type = MediaKind.Unknown;      // it only begins like one
        var stored = $"{Guid.CreateVersion7():N}";
        Directory.CreateDirectory(run.Temporary);
        await File.WriteAllBytesAsync(Path.Combine(run.Temporary, stored), bytes);
        await MediaFolders.EnsureAsync(run.Db, MediaPath.FolderOf(path));
        if (file is null) files.Add(file = new() { Path = path, StoredName = stored, MediaType = "", Length = 0, Hash = "", ModifiedAt = default });
        else run.Db.RemoveRange(await run.Db.PictureSizes.Where(s => s.FileId == file.Id).ToListAsync());
        Describe(file, said);
        (file.StoredName, file.MediaType, file.Length, file.Hash, file.ModifiedAt) = (stored, type, bytes.Length, hash, clock.GetUtcNow().UtcDateTime);
        (file.Width, file.Height) = (points?.Width, points?.Height);
    }

    private static void Describe(MediaFile file, JsonObject said)
    {
        if (said.Text("Name") is { Length: > 0 and <= MediaFile.LongestName } name) file.Name = name;
        if (said.Find("Texts") is JsonObject texts) file.Describe(texts.Where(t => Texts.Cultures.Contains(t.Key)).ToDictionary(t => t.Key, t => $"{t.Value}"));
    }
}
