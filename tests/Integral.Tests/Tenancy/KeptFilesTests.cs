using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Files that lay in their place when the process that put them there died, before or after their rows were there.</summary>
public sealed class KeptFilesTests(District district) : IClassFixture<District>
{
    private static readonly DateTime LongAgo = DateTime.UnixEpoch.AddYears(40);

    [Fact]
    public async Task Files_of_a_recipe_killed_before_its_rows_were_there_used_to_stay_for_ever()
    {
        var (named, stray) = (await ByRecipeAsync("named.txt"), Put("stray"));
        var note = NoteOfTheDead("centre", named, stray, "never-moved");
        await SweepAsync();

        Assert.True(File.Exists(At(named)), "a file that a row names was taken away");
        Assert.False(File.Exists(At(stray)));
        Assert.False(Directory.Exists(Path.GetDirectoryName(note)), "the folder of the dead used to look young, for a note had just been taken out of it");
    }

    [Fact]
    public async Task A_note_of_a_process_that_lives_is_left_to_it()
    {
        using var neighbour = new TemporaryFolder(Path.Combine(district.Folder, "temporary"));
        var stray = Put("working");
        var note = Path.Combine(neighbour.Own, NameOfNote("centre"));
        File.WriteAllLines(note, [stray]);
        await SweepAsync();

        Assert.True(File.Exists(At(stray)));
        Assert.True(File.Exists(note));
    }

    [Fact]
    public async Task What_can_not_be_looked_at_now_is_not_forgotten()
    {
        var stray = Put("later");
        var note = NoteOfTheDead("centre", stray);
        using (new FileStream(note, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) await SweepAsync();
        Assert.True(File.Exists(At(stray)));
        await SweepAsync();

        Assert.False(File.Exists(At(stray)));
        Assert.False(File.Exists(note));
    }

    [Fact]
    public async Task A_note_of_an_institution_that_is_gone_is_thrown_away()
    {
        var note = Path.Combine(OfTheDead(), $"{Guid.NewGuid():N}-{Guid.NewGuid():N}.kept");
        File.WriteAllLines(note, ["anything"]);
        await SweepAsync();

        Assert.False(File.Exists(note));
    }

    [Fact]
    public async Task A_run_that_succeeds_leaves_no_note()
    {
        await ByRecipeAsync("noted.txt");
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(district.Folder, "temporary"), "*.kept", SearchOption.AllDirectories));
    }

    private async Task<string> ByRecipeAsync(string path)
    {
        using var folder = new Folder();
        folder.Write("kept.recipe.json", $$"""{ "steps": [ { "name": "media", "Files": [ { "TargetPath": "{{path}}", "Base64": "YQ==" } ] } ] }""");
        var before = Stored();
        await new Terminal(district).DoAsync("recipes", "run", folder.At("kept.recipe.json"), "--tenant", "centre");
        return Assert.Single(Stored().Except(before));
    }

    private string Put(string name)
    {
        File.WriteAllText(At(name), "half");
        return name;
    }

    private string NoteOfTheDead(string tenant, params string[] names)
    {
        var note = Path.Combine(OfTheDead(), NameOfNote(tenant));
        File.WriteAllLines(note, names);
        foreach (var entry in new[] { note, Path.GetDirectoryName(note)! }) File.SetLastWriteTimeUtc(entry, LongAgo);
        return note;
    }

    private string OfTheDead()
    {
        var folder = Directory.CreateDirectory(Path.Combine(district.Folder, "temporary", $"{Guid.NewGuid():N}")).FullName;
        var sign = Path.Combine(folder, "alive");
        File.WriteAllText(sign, "");
        File.SetLastWriteTimeUtc(sign, LongAgo);
        return folder;
    }

    private string NameOfNote(string tenant) => $"{district.Tenant(tenant).Id:N}-{Guid.NewGuid():N}.kept";
    private string Home => Directory.CreateDirectory(Path.Combine(district.Folder, "files", $"{district.Tenant("centre").Id}")).FullName;
    private string At(string name) => Path.Combine(Home, name);
    private string[] Stored() => [.. Directory.EnumerateFiles(Home).Select(f => Path.GetFileName(f))];
    private Task SweepAsync() => district.Services.GetRequiredService<UnfinishedTenants>().SweepAsync();
}
