using System.Text.Json;

namespace Integral.Load.Kills;

/// <summary>A recipe run in a tenant that exists: pages, files and a role, of which the role belongs to the host.</summary>
internal sealed class RecipeVictim(string folder, string path, Guid tenant) : Victim
{
    private const int Pages = 40, Files = 20;

    public override string Name => "recipe run";

    public override string[] Verb(int time)
    {
        var pages = Enumerable.Range(0, Pages).Select(i => new { ContentItemId = Id(time, i), ContentType = "Page", TitlePart = new { Title = $"Killed {time} {i}" }, AutoroutePart = new { Path = $"killed-{time}-{i}" }, MarkdownBodyPart = new { Markdown = new string('x', 2000) } });
        var files = Enumerable.Range(0, Files).Select(i => new { TargetPath = $"killed-{time}-{i}.txt", Base64 = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{time} {i} {new string('y', 20_000)}")) });
        var file = Path.Combine(folder, "killed.recipe.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            name = "killed",
            steps = new object[] { new { name = "content", Data = pages }, new { name = "media", Files = files }, new { name = "Roles", Roles = new[] { new { Name = $"killed-{time}", Permissions = new[] { "people.view" } } } } },
        }));
        return ["recipes", "run", file, "--tenant", path];
    }

    public override Seen Look(int time, Remains remains)
    {
        var (pages, files, role) = Written(time, remains);
        var isWhole = pages == Pages && files == Files;
        var faults = isWhole || pages + files + role == 0 ? Enumerable.Empty<string>() : [$"{pages} pages, {files} files and {role} roles of run {time}"];
        return new([tenant], [.. faults], IsBetween: isWhole && role == 0);
    }

    public override bool IsWhole(int time, Remains remains) => Written(time, remains) == (Pages, Files, 1);

    private (int Pages, int Files, int Roles) Written(int time, Remains remains) => (
        remains.Count(tenant, $"content_items WHERE \"Slug\" LIKE 'killed-{time}-%'"),
        remains.Count(tenant, $"content_media WHERE \"Path\" LIKE 'killed-{time}-%'"),
        remains.Count(null, $"roles WHERE \"Name\" = 'killed-{time}'"));

    private static string Id(int time, int number) => $"killed{time:D10}{number:D10}";
}
