using System.Text;
using Integral.People.Import;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Who is found, made, changed and refused by the rows of a table.</summary>
public sealed class ImportTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_table_is_imported_and_again_changes_nothing()
    {
        const string table = """
            Код;Фамилия;Имя;Отчество;Дата рождения;Эл. почта;Телефон;Роли
            а-1;Первак;Анна;Петровна;01.09.2015;anna@perv.local;+7 701 111 22 33;Обучающийся
            а-2;Первак;Борис;;2016-02-29;;;learner, Родитель
            ;Первак;Вера;;;;;
            """;
        var dry = await district.ImportAsync(table, isDryRun: true);
        Assert.Empty(await district.PeopleAsync("Первак"));
        Assert.Equal((3, 0, 0, 0), (dry.Added, dry.Changed, dry.Left, dry.Refused));

        var first = await district.ImportAsync(table);
        Assert.Equal(dry.Rows.Select(r => $"{r.Said}"), first.Rows.Select(r => $"{r.Said}"));
        var (state, people) = (await district.StateAsync(), await district.PeopleAsync("Первак"));
        Assert.Equal(["Анна а-1 2015-09-01 anna@perv.local +7 701 111 22 33", "Борис а-2 2016-02-29  ", "Вера    "], people.Select(p => $"{p.GivenName} {p.Code} {p.BornOn:yyyy-MM-dd} {p.Email} {p.Phone}"));
        Assert.Equal(["learner", "parent"], (await district.StandingAsync(first.Slips[1].Login))!.Roles);
        Assert.Equal(["Первак Анна Петровна", "Первак Борис"], first.Slips.Select(s => s.Name));
        Assert.EndsWith("-pervak", first.Slips[0].Login, StringComparison.Ordinal);

        var again = await district.ImportAsync(table);
        Assert.Equal((0, 0, 3, 0), (again.Added, again.Changed, again.Left, again.Refused));
        Assert.Empty(again.Slips);
        Assert.Equal(state, await district.StateAsync());
    }

    [Fact]
    public async Task A_row_changes_only_what_the_table_says_and_an_empty_cell_erases_nothing()
    {
        await district.ImportAsync("Code,Family name,Given name,E-mail,Phone,Roles\nb-1,Второв,Глеб,gleb@v.local,101,teacher\n");
        var report = await district.ImportAsync("Code,Family name,E-mail,Phone\nb-1,Вторый,,102\n");

        Assert.Equal("Changed: Changed: Family name, Phone.", report.Of(2));
        var person = Assert.Single(await district.PeopleAsync("Вторый"));
        Assert.Equal(("Глеб", "gleb@v.local", "102"), (person.GivenName, person.Email, person.Phone));
        Assert.Equal("Changed: Changed: Roles.", (await district.ImportAsync("Code,Roles\nb-1,\"teacher, librarian\"\n")).Of(2));
    }

    [Fact]
    public async Task Nobody_is_guessed()
    {
        await district.ImportAsync("ФИО,Дата рождения,Код\nТретьяк Олег,2010-01-01,\nТретьяк Олег,2011-01-01,\nТретья Яна,,\nТретьяков Ян,2012-01-01,c-9\n");

        Assert.Equal("Refused: 2 people here are called so. Give the date of birth, the code or the login.", (await district.ImportAsync("ФИО\nТретьяк Олег\n")).Of(2));
        Assert.Equal("Left: Nothing differs.", (await district.ImportAsync("ФИО,Дата рождения\nТретьяк   Олег,01.01.2011\n")).Of(2));
        Assert.StartsWith("Refused: Somebody of this name is here without a date of birth", (await district.ImportAsync("ФИО,Дата рождения\nТретья Яна,2012-05-05\n")).Of(2), StringComparison.Ordinal);
        Assert.Equal("Added: Without an account.", (await district.ImportAsync("ФИО,Дата рождения\nТретьяк Олег,2012-01-01\n", isDryRun: true)).Of(2));
        // Another code is another person, however alike.
        Assert.Equal("Added: Without an account.", (await district.ImportAsync("ФИО,Дата рождения,Код\nТретьяков Ян,2012-01-01,c-8\n", isDryRun: true)).Of(2));
    }

    [Fact]
    public async Task A_family_may_share_an_e_mail_and_a_family_name_may_change()
    {
        await district.ImportAsync("Фамилия,Имя,Почта\nЧетверг,Мама,family@four.local\nЧетверг,Дочь,family@four.local\n");

        Assert.Equal(["Left: Nothing differs.", "Left: Nothing differs."], (await district.ImportAsync("Фамилия,Имя,Почта\nЧетверг,Мама,FAMILY@four.local\nЧетверг,Дочь,family@four.local\n".Replace("FAMILY", "family", StringComparison.Ordinal))).Rows.Select(r => $"{r.Fate}: {r.Says}"));
        Assert.Equal("Changed: Changed: Family name.", (await district.ImportAsync("Фамилия,Имя,Почта\nПятница,Дочь,family@four.local\n")).Of(2));
        Assert.Equal(2, (await district.PeopleAsync("Четверг")).Count + (await district.PeopleAsync("Пятница")).Count);
    }

    [Fact]
    public async Task Of_two_rows_about_one_person_the_first_counts()
    {
        var report = await district.ImportAsync("Код,Логин,ФИО,Роль\nd-1,,Дважды Раз,\nd-1,,Дважды Два,\n,dup-login,Дважды Три,learner\n,DUP-LOGIN,Дважды Четыре,learner\n,,Дважды Пять,\n,,Дважды Пять,\n");

        Assert.Equal((3, 3), (report.Added, report.Refused));
        Assert.Equal("Refused: Its code d-1 stands in line 2 already.", report.Of(3));
        Assert.Equal("Refused: Its login DUP-LOGIN stands in line 4 already.", report.Of(5));
        Assert.StartsWith("Refused: Line 6 has the same name already.", report.Of(7), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_say_what_is_wrong_and_stop_nothing()
    {
        var report = await district.ImportAsync("Family name,Given name,Date of birth,E-mail,Login,Roles,Reach\nПлохов,А,31.02.2010,,,,\nПлохов,Б,2010-01-01,это не почта,,,\nПлохов,В,,,x,learner,\nПлохов,Г,,,,wizard,\nПлохов,Д,,,plohov-d,,\nПлохов,Е,,,,teacher,everywhere\nПлохов,Ж,2110-01-01,,,,\nПлохов,З,,,,,\n");

        Assert.Equal((1, 7), (report.Added, report.Refused));
        Assert.Equal("Refused: '31.02.2010' isn't a day (Date of birth). Write it as 2016-09-01 or 01.09.2016.", report.Of(2));
        Assert.Equal(["Date of birth", "E-mail", "Login", "Roles", "Roles", "Reach", "Date of birth", null], report.Rows.Select(r => r.Column));
        Assert.Equal("Line 3, column E-mail, Плохов Б: This isn't an e-mail address.", $"{report.Rows.ElementAt(1).Said}");
        Assert.Equal("Refused: This isn't an e-mail address.", report.Of(3));
        Assert.Equal("Refused: A login has 3 to 200 characters.", report.Of(4));
        Assert.Equal("Refused: There is no role 'wizard' here.", report.Of(5));
        Assert.StartsWith("Refused: Give the row a role", report.Of(6), StringComparison.Ordinal);
        Assert.StartsWith("Refused: Where do the roles hold?", report.Of(7), StringComparison.Ordinal);
        Assert.StartsWith("Refused: A date of birth lies between", report.Of(8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_elsewhere_joins_by_its_login_and_never_by_its_e_mail()
    {
        var elsewhere = await district.AddAsync("i-elsewhere", "school-2", DeliveredRoles.Teacher);
        var hash = elsewhere.PasswordHash;

        Assert.StartsWith("Refused: There is an account 'i-elsewhere@crew.local' already.", (await district.ImportAsync("ФИО,Почта,Роль\nШестой Яков,i-elsewhere@crew.local,teacher\n", emailIsLogin: true)).Of(2), StringComparison.Ordinal);
        var joined = await district.ImportAsync("ФИО,Логин,Роль\nШестой Яков,I-Elsewhere@crew.local,teacher\n");
        Assert.Equal("Added: With the account i-elsewhere@crew.local, which keeps its password.", joined.Of(2));
        Assert.Empty(joined.Slips);
        Assert.NotNull(await district.MembershipAsync(elsewhere, "school-1"));
        Assert.Equal(hash, await district.InHostAsync(h => h.Users.Where(a => a.Id == elsewhere.Id).Select(a => a.PasswordHash).SingleAsync()));
        Assert.Equal("Left: Nothing differs.", (await district.ImportAsync("ФИО,Логин,Роль\nШестой Яков,i-elsewhere@crew.local,teacher\n")).Of(2));
    }

    [Fact]
    public async Task What_a_crash_left_between_two_databases_is_finished_by_the_next_run()
    {
        const string table = "Логин,ФИО,Роль\ncrash-1,Седьмой Иван,learner\n";
        await district.ImportAsync(table);
        var membership = await district.StandingAsync("crash-1");
        await district.InHostAsync(async host =>
        {
            await host.WriteAsync(() => host.Users.Where(a => a.Id == membership!.AccountId).ExecuteDeleteAsync());     // the host's rows never came
            return 0;
        });

        Assert.Equal("Changed: With a new account, login crash-1.", (await district.ImportAsync(table)).Of(2));
        Assert.Equal(membership!.PersonId, (await district.StandingAsync("crash-1"))!.PersonId);
        Assert.Single(await district.PeopleAsync("Седьмой"));
    }

    [Fact]
    public async Task An_import_that_is_stopped_in_the_middle_leaves_nothing()
    {
        var table = "Код;ФИО;Роль\n" + string.Concat(Enumerable.Range(1, 120).Select(i => $"stop-{i};Восьмой Номер{i};learner\n"));
        var before = await district.StateAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => district.ImportAsync(table, cancel: stop.Token, progress: new StopAt(50, stop)));
        Assert.Equal(before, await district.StateAsync());

        Assert.Equal(120, (await district.ImportAsync(table)).Added);
        Assert.Equal((0, 120), (await district.ImportAsync(table) is var again ? again.Added : -1, again.Left));
    }

    [Fact]
    public async Task What_is_no_table_of_people_is_refused_in_a_sentence()
    {
        Assert.Contains("The file has no column for 'Family name'", (await Assert.ThrowsAsync<RuleException>(() => district.ImportAsync("Тема,Час\nа,б\n"))).Message, StringComparison.Ordinal);
        var many = "ФИО\n" + string.Concat(Enumerable.Range(0, PeopleImport.MostRows + 1).Select(i => $"Много {i}\n"));
        Assert.Contains("at most 10000 can be imported at once", (await Assert.ThrowsAsync<RuleException>(() => district.ImportAsync(many))).Message, StringComparison.Ordinal);
        var mixed = Encoding.UTF8.GetBytes("ФИО\nДевятый Один\nДевятый Два\n").Concat(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Девятый Три\n")).ToArray();
        var report = await district.InTenantAsync("school-1", s => s.GetRequiredService<PeopleImport>().RunAsync(SheetFile.Read(mixed), PersonColumns.Find(SheetFile.Read(mixed)), new([], IsDryRun: true)));
        Assert.StartsWith("Refused: It is written in another encoding", report.Of(4), StringComparison.Ordinal);
    }

    private sealed class StopAt(int rows, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= rows) stop.Cancel();
        }
    }
}
