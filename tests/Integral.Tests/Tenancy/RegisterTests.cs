using System.Text;
using Integral.Platform.Audit;
using Integral.Platform.Registers;
using Integral.Platform.Sheets;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>Registers of towns, each under an institution of its own.</summary>
public sealed class RegisterTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task A_register_is_deployed_under_its_governing_bodies()
    {
        var printed = await ImportAsync("tree", "--tree", "--root-body", Register.RootBody);

        Assert.Equal(2, printed.Code);      // rows were refused
        Assert.Contains(Register.Summary(), printed.Output);
        var body = Assert.Single(All("tree"), t => t.Name == $"{Register.Body} tree");
        Assert.Equal(TenantKind.District, body.Kind);
        Assert.Equal(["tree01", "tree02", "tree09"], All("tree").Where(t => t.ParentId == body.Id).Select(t => t.Code).Order());
        Assert.Equal(district.Tenant("town-tree").Id, Coded("tree10").ParentId);
        Assert.Equal((TenantKind.School, TenantKind.Kindergarten, TenantKind.Centre), (Coded("tree01").Kind, Coded("tree07").Kind, Coded("tree08").Kind));
        Assert.Equal(TenantKind.Authority, All("tree").Single(t => t.Name == "Міністерство освіти tree").Kind);
        Assert.Equal(("tree школа сама собі", TenantKind.Authority), (Parent(Coded("tree18")).Name, Parent(Coded("tree18")).Kind));
        Assert.Equal(Coded("tree30").ParentId, Coded("tree31").ParentId);     // the same office, spelt with another apostrophe
    }

    [Fact]
    public async Task Suspended_institutions_are_made_and_switched_off_and_closed_ones_are_told_and_left_out()
    {
        var printed = await ImportAsync("status", "--tree");

        Assert.Equal([TenantState.Disabled, TenantState.Disabled, TenantState.Disabled, TenantState.Running], new[] { "06", "16", "36", "01" }.Select(n => Coded($"status{n}").State));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, await district.Visitor().StatusAsync($"/{Coded("status06").Path}"));
        Assert.Contains("Line 8, status закрита школа: It is closed, says the register: 'припинено'. Nothing was made of it.", printed.Output);
        Assert.Equal(Register.Closed, printed.Output.Split("It is closed, says the register").Length - 1);
        Assert.DoesNotContain(All("status"), t => t.Name == "Орган якого не буде status");
    }

    [Fact]
    public async Task An_unknown_word_of_status_is_refused_until_somebody_says_what_it_means()
    {
        // Headings of its own: what is kept for them is no other file's business.
        await TownAsync("word");
        folder.Write("word.csv", "Код,Назва,Стан\nword1,word загадкова школа,на канікулах\n");
        string[] import = ["tenants", "import", folder.At("word.csv"), "--parent", "town-word"];
        Assert.Contains("word загадкова школа: Nobody knows here whether 'на канікулах' means that it works.", (await terminal.RunAsync(import)).Output);
        Assert.Contains("There is no 'asleep'. There are: Working, Suspended, Closed.", (await terminal.RunAsync([.. import, "--status", "на канікулах=asleep"])).Error);

        await terminal.DoAsync([.. import, "--status", "на канікулах=suspended"]);
        Assert.Equal(TenantState.Disabled, Coded("word1").State);
        Assert.DoesNotContain("'на канікулах'", await terminal.DoAsync(import));      // it is kept
    }

    [Fact]
    public async Task What_the_register_says_otherwise_afterwards_is_told_and_changes_nothing()
    {
        await ImportAsync("later");
        var (path, name) = (Coded("later01").Path, Coded("later01").Name);
        folder.Write("later.csv", Register.Of("later").Replace("later школа № 1 \"\"Сонечко\"\"", "later ліцей", StringComparison.Ordinal).Replace("later гурток,,працює", "later гурток,,ліквідовано", StringComparison.Ordinal));
        var printed = await terminal.RunAsync("tenants", "import", folder.At("later.csv"), "--parent", "town-later");

        Assert.Contains($"later ліцей: Here its name is '{name}'. Nothing was changed.", printed.Output);
        Assert.Contains("later гурток: It is closed, says the register: 'ліквідовано'. Here it runs; switch it off if that is right.", printed.Output);
        Assert.Equal((path, name, TenantState.Running), (Coded("later01").Path, Coded("later01").Name, Coded("later08").State));
    }

    [Fact]
    public async Task A_column_that_the_file_calls_otherwise_is_named_once_and_kept()
    {
        await TownAsync("own");
        folder.Write("own.csv", "Знак;Як зветься;Де\nown1;own перша школа;тут\n");
        folder.Write("own2.csv", "Знак;Як зветься;Де\nown1;own перша школа;тут\nown2;own друга школа;там\n");
        Assert.Contains("The file has no column for 'Code in the register'", await RefusedAsync("own.csv", "--parent", "town-own"));
        Assert.Contains("The file has no column 'Шифр'. It has: Знак, Як зветься, Де.", await RefusedAsync("own.csv", "--parent", "town-own", "--column", "code=Шифр"));

        await terminal.DoAsync("tenants", "import", folder.At("own.csv"), "--parent", "town-own", "--column", "code=Знак", "name=Як зветься", "address=Де");
        await terminal.DoAsync("tenants", "import", folder.At("own2.csv"), "--parent", "town-own");
        Assert.Equal(["own1", "own2"], All("own").Select(t => t.Code).Order());
    }

    [Fact]
    public async Task Names_keep_their_marks_and_addresses_are_plain_and_different()
    {
        await ImportAsync("marks");

        Assert.Equal("marks школа № 1 \"Сонечко\"", Coded("marks01").Name);
        Assert.Equal("marks гімназія «Обрій», філія", Coded("marks02").Name);
        Assert.Equal("marks об'єднання ’Промінь’", Coded("marks03").Name);
        Assert.Equal(["marks-shkola-1", "marks-himnaziia-obrii", "marks-obiednannia-promin", "marks-shkola-1-marks04", "admin-marks12", "marks13", "marks-al-farabi-atyndagy-20-mektep", "marks-shkola-21-imeni-elkina", "7-marks35"],
            new[] { "01", "02", "03", "04", "12", "13", "20", "21", "35" }.Select(n => Coded($"marks{n}").Path));
        Assert.Contains("вул. Шкільна, 1", await district.Visitor().ReadAsync("/marks-shkola-1"));
        Assert.All(All("marks"), t => Assert.InRange(t.Path.Length, 3, 40));
        Assert.Contains("&lt;script&gt;alert(1)", await district.Visitor().ReadAsync($"/{Coded("marks28").Path}"));
        Assert.Equal("=1+1 marks 🎓", Coded("marks29").Name);
    }

    [Fact]
    public async Task Bad_rows_are_told_with_their_line_and_the_reason_in_words()
    {
        var printed = await ImportAsync("lines", "--tree");

        Assert.Contains("Line 6, lines школа двічі: Its code lines04 stands in line 5 already.", printed.Output);
        Assert.Contains("Line 7, lines школа без коду: It has no code, so it couldn't be found again.", printed.Output);
        Assert.Contains("lines школа сама собі: The register names it as its own governing body. It stands below a body of the same name.", printed.Output);
        Assert.Contains("Line 14, ххх", printed.Output);
        Assert.Contains("ххх: A name has 1 to 300 characters.", printed.Output);
        Assert.DoesNotContain(All("lines"), t => t.Name.StartsWith("Орган", StringComparison.Ordinal));     // no body for a row that isn't made
    }

    [Fact]
    public async Task Importing_a_register_again_changes_nothing()
    {
        await ImportAsync("again", "--tree", "--root-body", Register.RootBody);
        var before = await StateAsync();
        var printed = await ImportAsync("again", "--tree", "--root-body", Register.RootBody);

        Assert.Contains(Register.Summary(isAgain: true), printed.Output);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        await TownAsync("dry");
        var before = await StateAsync();
        var dry = await ImportAsync("dry", "--tree", "--dry-run");

        Assert.Equal(before, await StateAsync());
        Assert.Equal(dry.Output, (await ImportAsync("dry", "--tree")).Output);
    }

    [Fact]
    public async Task An_import_that_is_stopped_leaves_whole_institutions_and_can_be_gone_on_with()
    {
        await TownAsync("stop");
        using var stop = new CancellationTokenSource();
        var sheet = SheetFile.Read(Encoding.UTF8.GetBytes(Register.Of("stop")));
        var options = new RegisterOptions("school", district.Tenant("town-stop"), Tree: true, RootBody: null, IsDryRun: false);
        await Assert.ThrowsAsync<OperationCanceledException>(() => district.InTenantAsync("", async services =>
            await services.GetRequiredService<RegisterImport>().RunAsync(sheet, RegisterColumns.Find(sheet), options, new StopAt(5, stop), stop.Token)));

        var made = All("stop").ToList();
        Assert.InRange(made.Count, 2, Register.Made);
        foreach (var one in made) Assert.Equal(System.Net.HttpStatusCode.OK, await district.Visitor().StatusAsync($"/{one.Path}"));
        Assert.Equal(0, await district.InHostAsync(host => host.Tenants.CountAsync(t => t.State == TenantState.Creating)));

        await ImportAsync("stop", "--tree");
        Assert.Equal(Register.Made, All("stop").Count(t => t.Code?.StartsWith("stop", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Two_cities_with_a_governing_body_of_one_name_have_one_each()
    {
        await TownAsync("north");
        await TownAsync("south");
        foreach (var town in new[] { "north", "south" })
        {
            folder.Write("one.csv", $"Code,Name,Governing body\n{town}1,{town} school,Ministry of both\n");
            await terminal.DoAsync("tenants", "import", folder.At("one.csv"), "--parent", $"town-{town}", "--tree");
        }
        Assert.Equal(["Ministry of both", "north school"], All("north").Select(t => t.Name).Order());
        Assert.Equal(["Ministry of both", "south school"], All("south").Select(t => t.Name).Order());
    }

    [Fact]
    public async Task A_body_that_was_made_by_hand_is_not_made_again()
    {
        await TownAsync("hand");
        await terminal.DoAsync("tenants", "create", "--recipe", "district", "--path", "by-hand", "--name", $"{Register.Body} Hand", "--parent", "town-hand");
        var printed = await ImportAsync("hand", "--tree", "--root-body", Register.RootBody);

        Assert.Contains($"Governing bodies made: {Register.Bodies - 1}.", printed.Output);
        Assert.Equal(district.Tenant("by-hand").Id, Coded("hand01").ParentId);
    }

    [Fact]
    public async Task What_is_no_register_is_refused_at_once_and_nothing_is_made()
    {
        var before = await StateAsync();
        folder.Write("empty.csv", "");
        folder.Write("other.csv", "A,B\n1,2\n");
        folder.Write("cut.csv", "Code,Name\n1,\"never closed\n2,b\n");
        folder.Write("good.csv", "Code,Name\ngood1,Good school\n");

        Assert.Contains("The file is empty.", await RefusedAsync("empty.csv"));
        Assert.Contains("The file has no column for 'Code in the register'", await RefusedAsync("other.csv"));
        Assert.Contains("The file can't be read as a table: the quotation mark in line 2 isn't closed.", await RefusedAsync("cut.csv"));
        Assert.Contains("There is no file", await RefusedAsync("missing.csv"));
        Assert.Contains("There is no recipe 'scool'", await RefusedAsync("good.csv", "--recipe", "scool"));
        Assert.Contains("There is no institution at 'nowhere'", await RefusedAsync("good.csv", "--parent", "nowhere"));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Rows_that_a_broken_quotation_mark_swallows_are_told_and_nothing_is_made_of_them()
    {
        // Closed again by a second broken mark in line 6.
        var printed = await ImportTextAsync("torn", """
            Code,Name,Address
            torn1,Torn school 1,a
            torn2,"Torn school 2,b
            torn3,"Torn school 3",c
            torn4,"Torn school 4",d
            torn5,"Torn school 5,e
            torn6,"Torn school 6",f
            """);

        Assert.NotEqual(0, printed.Code);
        Assert.Contains("Line 3, Torn school 2,b: It goes on up to line", printed.Output);
        Assert.Contains("torn1", All("torn").Select(t => t.Code));
        Assert.DoesNotContain("torn3", All("torn").Select(t => t.Code));
        Assert.All(All("torn"), t => Assert.Matches("^Torn school [0-9]$", t.Name));

        // One broken mark and quoted rows after it: told for the row or for the whole file, made of it is nothing.
        var once = await ImportTextAsync("tornonce", """
            Code,Name,Address
            once1,Torn school 1,a
            once2,"Torn school 2,b
            once3,"Torn school 3",c
            once4,Torn school 4,d
            """);
        Assert.NotEqual(0, once.Code);
        Assert.Contains("line 4", once.Output + once.Error);
        Assert.All(All("tornonce"), t => Assert.Matches("^Torn school [14]$", t.Name));
    }

    private async Task<string> RefusedAsync(string file, params string[] options)
    {
        var printed = await terminal.RunAsync(["tenants", "import", folder.At(file), .. options]);
        Assert.Equal(1, printed.Code);
        return printed.Error;
    }

    private async Task<Printed> ImportAsync(string town, params string[] options)
    {
        await TownAsync(town);
        folder.Write($"{town}.csv", Register.Of(town));
        return await terminal.RunAsync(["tenants", "import", folder.At($"{town}.csv"), "--parent", $"town-{town}", .. options]);
    }

    private async Task<Printed> ImportTextAsync(string town, string register)
    {
        await TownAsync(town);
        folder.Write($"{town}.csv", register);
        return await terminal.RunAsync("tenants", "import", folder.At($"{town}.csv"), "--parent", $"town-{town}");
    }

    private async Task TownAsync(string town)
    {
        if (district.Services.GetRequiredService<Catalogue>().At($"town-{town}") is not null) return;
        await terminal.DoAsync("tenants", "create", "--recipe", "district", "--path", $"town-{town}", "--name", $"Town {town}", "--culture", "uk");
    }

    private IEnumerable<Tenant> All(string town)
    {
        var catalogue = district.Services.GetRequiredService<Catalogue>();
        return catalogue.Below(catalogue.At($"town-{town}")!);
    }

    private Tenant Parent(Tenant tenant) => district.Services.GetRequiredService<Catalogue>().Of(tenant.ParentId!.Value)!;

    private Tenant Coded(string code) => district.Services.GetRequiredService<Catalogue>().All.Single(t => t.Code == code);

    /// <summary>The catalogue's number, every row's version, how much was audited, and every file. Not their lengths: SQLite moves its log into a file when it likes.</summary>
    private async Task<string> StateAsync()
    {
        var rows = await district.InHostAsync(async host =>
            $"{(await host.Numbers.SingleAsync()).Value} {await host.Set<AuditEntry>().CountAsync()} {string.Join(' ', (await host.Tenants.ToListAsync()).OrderBy(t => t.Id).Select(t => $"{t.Id}:{t.Version}"))}");
        var files = new[] { "tenants", "files", "archive" }.Select(f => Path.Combine(district.Folder, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal));
        return $"{rows}\n{string.Join('\n', files.Order())}";
    }

    public void Dispose() => folder.Dispose();

    private sealed class StopAt(int row, CancellationTokenSource stop) : IProgress<int>
    {
        private int seen;

        public void Report(int value)
        {
            if (++seen == row) stop.Cancel();
        }
    }
}
