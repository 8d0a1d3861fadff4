using Integral.People.Import;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>People as tables at the command line, and corrections of columns that are kept.</summary>
public sealed class TableVerbTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task A_table_is_imported_and_taken_out_by_verbs()
    {
        folder.Write("in.csv", "Family name,Given name,Code,Login,Roles\nГлаголев,Пётр,v-1,glagolev,tenant_admin\nГлаголев,Павел,v-2,,wizard\n");
        string[] import = ["people", "import", "--tenant", "school-1", "--in", folder.At("in.csv")];

        var dry = await terminal.RunAsync([.. import, "--dry-run"]);
        Assert.Equal(2, dry.Code);      // a row was refused
        Assert.Contains("People added: 1. Changed: 0. Without a change: 0. Refused: 1.", dry.Output, StringComparison.Ordinal);
        Assert.Empty(await district.PeopleAsync("Глаголев"));

        var done = await terminal.RunAsync(import);
        Assert.Contains("Line 3, column Roles, Глаголев Павел: There is no role 'wizard' here.", done.Output, StringComparison.Ordinal);
        Assert.Matches("Глаголев Пётр\tglagolev\t[a-z0-9]{5}-[a-z0-9]{5}-[a-z0-9]{5}", done.Output);
        Assert.Equal([DeliveredRoles.TenantAdmin], (await district.StandingAsync("glagolev"))!.Roles);
        Assert.Contains("Without a change: 1. Refused: 1.", (await terminal.RunAsync(import)).Output, StringComparison.Ordinal);

        Assert.Contains("Say in 1 to 300 characters", (await terminal.RunAsync("people", "export", "--tenant", "school-1", "--out", folder.At("no.csv"), "--reason", " ")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("no.csv")));
        await terminal.DoAsync("people", "export", "--tenant", "school-1", "--out", folder.At("out.xlsx"), "--reason", "Verb");
        Assert.Contains(SheetFile.Read(await File.ReadAllBytesAsync(folder.At("out.xlsx"))).Rows, r => r.Fields.Contains("v-1"));
        Assert.Contains("people export", await (await district.SignInAsync("head", "/school-1")).ReadAsync("/school-1/Admin/People/Exports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_column_is_kept_for_the_next_table_of_the_same_institution_only()
    {
        var sheet = Tables.Sheet("Шифр,Кто\nk-1,Памятный Иван\n");
        await district.InTenantAsync("school-1", async services =>
        {
            var columns = PersonColumns.Find(sheet);
            columns.Correct(PersonField.Code, "Шифр");
            columns.Correct(PersonField.FullName, "Кто");
            await services.GetRequiredService<ColumnMemory>().KeepAsync(columns, PersonColumns.Whose(district.Tenant("school-1")));
            return 0;
        });

        Assert.Equal(("Шифр", "Кто"), await HeadingsAsync("school-1"));
        Assert.Equal((null, null), await HeadingsAsync("school-2"));

        Task<(string?, string?)> HeadingsAsync(string tenant) => district.InTenantAsync(tenant, async services =>
        {
            var columns = await services.GetRequiredService<ColumnMemory>().RecallAsync(PersonColumns.Find(sheet), PersonColumns.Whose(district.Tenant(tenant)));
            return (columns.HeadingOf(PersonField.Code), columns.HeadingOf(PersonField.FullName));
        });
    }

    [Theory]
    [InlineData("№|ФИО ребёнка|Дата рождения|Телефон родителя|E-mail", "-|ФИО ребёнка|-|-|-|Дата рождения|-|E-mail|-|-|-|-|-")]
    [InlineData("Прізвище|Імʼя|По батькові|Дата народження|Логін|Посада", "-|-|Прізвище|Імʼя|По батькові|Дата народження|Логін|-|-|Посада|-|-|-")]
    [InlineData("ЖСН|Тегі|Аты|Әкесінің аты|Туған күні|Телефоны", "ЖСН|-|Тегі|Аты|Әкесінің аты|Туған күні|-|-|Телефоны|-|-|-|-")]
    [InlineData("StudentId|LastName|FirstName|BirthDate|Email|Role", "StudentId|-|LastName|FirstName|-|BirthDate|-|Email|-|Role|-|-|-")]
    public void Columns_are_found_by_the_headings_that_schools_use(string headings, string found)
    {
        var columns = PersonColumns.Find(new Sheet(headings.Split('|'), []));
        Assert.Equal(found.Split('|'), Enum.GetValues<PersonField>().Select(f => columns.HeadingOf(f) ?? "-"));
    }

    public void Dispose() => folder.Dispose();
}
