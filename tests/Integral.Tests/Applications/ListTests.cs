using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>An organisation applies for many people with a list.</summary>
public sealed class ListTests(District district) : IClassFixture<District>
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Fact]
    public async Task Of_three_hundred_rows_twenty_bad_ones_are_named_and_the_others_arrive_once()
    {
        var opening = await district.RecruitAsync("Триста");
        using var file = new MemoryStream();
        await using (var sheet = SheetWriter.Open(SheetFormat.Xlsx, file))
        {
            await sheet.RowAsync(["Фамилия", "Имя", "Отчество", "Дата рождения", "Эл. почта", "Телефон"]);
            for (var n = 0; n < 300; n++)
                await sheet.RowAsync((n % 15, n) switch
                {
                    (0, < 75) => ["", "Анна", "", "17.05.1990", "", ""], (0, < 150) => [$"Списочная{n}", "Анна", "", "31.02.1990", "", ""],
                    (0, < 225) => [$"Списочная{n}", "Анна", "", "17.05.1990", "nobody", ""], (0, _) => [$"Списочная{n}", "Анна", "", "17.05.2990", "", ""],
                    _ => [$"Списочная{n}", "Анна", "Петровна", "17.05.1990", n % 2 == 0 ? $"a{n}@example.org" : "", n % 3 == 0 ? "+7 700 000 00 00" : ""],
                });
        }
        var form = Form();
        var check = await PostAsync(opening, form, "Check", file.ToArray());
        Assert.Equal(HttpStatusCode.OK, check.Status);
        var rows = check.Document.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(20, rows.Count);
        Assert.StartsWith("2|Анна|Фамилия|", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("77|Списочная75 Анна|Дата рождения|", rows[5], StringComparison.Ordinal);
        Assert.StartsWith("152|Списочная150 Анна|Эл. почта|", rows[10], StringComparison.Ordinal);
        Assert.StartsWith("227|Списочная225 Анна|Дата рождения|", rows[15], StringComparison.Ordinal);
        Assert.Empty(await district.AllAsync(opening));

        form["Form.People"] = Written(check);
        var sent = await PostAsync(opening, form, "");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(280, (await district.AllAsync(opening)).Count);
        var rest = Written(sent);
        Assert.Equal(21, rest.Split('\n').Length);
        Assert.Equal(Enumerable.Range(2, 20), sent.Document.QuerySelectorAll("main table tbody tr").Select(r => int.Parse(r.Children[0].TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        await PostAsync(opening, form, "");
        Assert.Equal(280, (await district.AllAsync(opening)).Count);

        // What was corrected joins the same list.
        form["Form.People"] = rest.Replace("31.02.1990", "28.02.1990", StringComparison.Ordinal).Replace("nobody", "", StringComparison.Ordinal).Replace("2990", "1990", StringComparison.Ordinal).Replace("\tАнна\t\t17.05.1990", "Новая\tАнна\t\t17.05.1990", StringComparison.Ordinal);
        sent = await PostAsync(opening, form, "");
        var all = await district.AllAsync(opening);
        Assert.Equal(296, all.Count);       // five were one person
        Assert.Single(all.Select(a => a.ListId).Distinct());
        await district.BegunAsync(opening);
        Assert.Equal(Enumerable.Repeat(1, 296), await district.CasesAsync(opening));
    }

    [Fact]
    public async Task Whoever_sent_it_sees_how_far_all_are_and_passes_on_their_addresses()
    {
        var opening = await district.RecruitAsync("Список", seats: 1);
        var form = Form("Ли\tОльга\t\t1990-01-02\tli@example.org\nКим\tАлексей\tИванович\t02.03.1985");
        form["Form.Organisation"] = "ТОО «Отлив»";
        var sent = await PostAsync(opening, form, "");
        Assert.True(sent.IsRedirect, $"{sent.Status} {sent.Errors}");
        var address = sent.Location!.ToString().Split('?')[0];
        var tasks = await district.TasksAsync(opening);
        var clerk = await district.SignInAsync("centre", Centre);
        Assert.Contains("ТОО «Отлив»", await clerk.ReadAsync($"{Centre}/Admin/Inbox/Show/{tasks[0]}"), StringComparison.Ordinal);
        Assert.Contains("Ли Ольга", await clerk.ReadAsync($"{Centre}/Admin/Inbox?q=отлив"), StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync($"{Centre}/Admin/Inbox/Show/{tasks[0]}", new() { ["Outcome"] = "Accept" })).IsRedirect);

        var all = await district.AllAsync(opening);
        var page = await district.Visitor().OpenAsync(address);
        Assert.Equal(["Ли Ольга", "Ким Алексей Иванович"], page.Document.QuerySelectorAll("main tbody th").Select(h => h.TextContent.Trim()));
        // This server sends no letters: whoever sent the list passes on the addresses of all.
        foreach (var one in all) Assert.Contains(one.Key, page.Text, StringComparison.Ordinal);
        Assert.Contains("ТОО «Отлив»", await district.Visitor().ReadAsync($"{Centre}/applications/{all[1].Key}"), StringComparison.Ordinal);
        Assert.True((await district.Visitor().SubmitAsync($"{Centre}/applications/{all[1].Key}", [], "Withdraw")).IsRedirect);
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Withdrawn], (await district.AllAsync(opening)).Select(a => a.Status));
        var staff = await clerk.ReadAsync($"{Centre}/Admin/Applications?list={all[0].ListId}");
        foreach (var told in new[] { "Ли Ольга", "Ким Алексей Иванович", "kadry@example.org", "Абаева Сауле" }) Assert.Contains(told, staff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_or_while_it_is_closed_nothing_is_kept_and_what_was_written_stays()
    {
        var (open, closed) = (await district.RecruitAsync("Согласие"), await district.RecruitAsync("Список поздно", from: -9, until: -1));
        var form = Form("Ли Ольга\t1990-01-02");
        form.Remove("Form.Consent");
        var refused = await PostAsync(open, form, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ли Ольга", Written(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(closed, Form("Ли Ольга\t1990-01-02"), "")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(open, Form(""), "Check")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(open, Form(), "Check", [0xD0, 0xCF, 0x11, 0xE0, 1, 2])).Status);
        Assert.Empty(await district.AllAsync(open));
        Assert.False(await district.InDbAsync("centre", db => db.Set<ApplicationList>().AnyAsync(l => l.ForId == open)));
    }

    [Fact]
    public async Task A_program_sends_a_list_once_and_is_told_of_each_row_that_was_refused()
    {
        var opening = await district.RecruitAsync("Список программы");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var body = new { @for = opening, key = "a key of a program", organisation = "ТОО «Прибой»", contact = "Абаева Сауле", email = "kadry@example.org", consent = true, isTrial = true,
            people = new[] { new { familyName = "Программова", givenName = "Анна", bornOn = "1990-01-02" }, new { familyName = "Программова", givenName = "Анна", bornOn = "1990-01-02" }, new { familyName = "", givenName = "Анна", bornOn = "1990-01-02" } } };
        var trial = await ReadAsync(await http.PostAsJsonAsync($"{Api}/lists", body));
        Assert.Equal(("1", "2", ""), ($"{trial["done"]}", $"{trial["refused"]!.AsArray().Count}", $"{trial["key"]}"));
        Assert.Empty(await district.AllAsync(opening));
        var sent = await ReadAsync(await http.PostAsJsonAsync($"{Api}/lists", body with { isTrial = false }));
        Assert.Equal([2, 3], sent["refused"]!.AsArray().Select(r => (int)r!["row"]!));
        var again = await ReadAsync(await http.PostAsJsonAsync($"{Api}/lists", body with { isTrial = false }));
        Assert.Equal(("0", "1", $"{sent["key"]}"), ($"{again["done"]}", $"{again["already"]}", $"{again["key"]}"));
        Assert.Single(await district.AllAsync(opening));
        var list = (await district.AllAsync(opening))[0].ListId;
        Assert.Equal("ТОО «Прибой»", $"{(await ReadAsync(await http.GetAsync($"{Api}?list={list}")))["items"]![0]!["organisation"]}");
    }

    [Fact]
    public async Task Looking_at_a_list_costs_as_much_for_three_hundred_as_for_ten()
    {
        var opening = await district.RecruitAsync("Цена списка");
        async Task<int> CostAsync(int many) => await district.CostAsync(async () => Assert.Equal(HttpStatusCode.OK, (await PostAsync(opening, Form(string.Join('\n', Enumerable.Range(0, many).Select(n => $"Ценова{n}\tАнна\t1990-01-02"))), "Check")).Status));
        await CostAsync(10);
        Assert.Equal(await CostAsync(10), await CostAsync(300));
    }

    [Theory]
    [InlineData("Ли\tОльга\tПетровна\t02.01.1990\tli@example.org\t+7 700 000 00 00")]
    [InlineData("Ли Ольга Петровна;+7 700 000 00 00;li@example.org;1990-01-02")]
    [InlineData("1;02.01.1990;Ли;Ольга;Петровна;li@example.org;8 700 000 00 00")]
    [InlineData("E-mail,Full name,Date of birth,Phone\nli@example.org,Ли Ольга Петровна,1990-01-02,+7 700 000 00 00")]
    [InlineData("Туған күні\tТегі\tАты\tӘкесінің аты\tТелефоны\tЭлектрондық поштасы\n02.01.1990\tЛи\tОльга\tПетровна\t+7 700 000 00 00\tli@example.org")]
    public void Columns_are_known_by_their_headings_or_by_what_stands_in_them(string text)
    {
        var row = Assert.Single(PeopleTable.Read(Encoding.UTF8.GetBytes(text), Today, 500).Rows);
        Assert.Null(row.Trouble);
        Assert.Equal(("Ли", "Ольга", "Петровна", new DateOnly(1990, 1, 2), "li@example.org"), (row.Person.FamilyName, row.Person.GivenName, row.Person.Patronymic, row.Person.BornOn, row.Person.Email));
        Assert.NotNull(row.Person.Phone);
    }

    [Fact]
    public async Task Looking_at_a_list_used_to_tell_anybody_who_had_applied_by_themselves()
    {
        var opening = await district.RecruitAsync("Чужое дело");
        (await district.ApplyAsync(opening, "Известная", new() { ["Form.BornOn"] = "1990-01-02" })).Followed();
        var form = Form("Известная\tАнна\t\t02.01.1990\nНеизвестная\tАнна\t\t02.01.1990");
        var look = await PostAsync(opening, form, "Check");
        Assert.Empty(look.Document.QuerySelectorAll("main table tbody tr"));
        var sent = await PostAsync(opening, form, "");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal("Известная Анна", Assert.Single(sent.Document.QuerySelectorAll("main table tbody tr th")).TextContent.Trim());
        Assert.Equal(2, (await district.AllAsync(opening)).Count);
    }

    [Fact]
    public async Task An_e_mail_that_was_refused_used_to_become_a_patronymic_when_its_row_was_left_alone_without_headings()
    {
        var opening = await district.RecruitAsync("Одна строка");
        var form = Form("Верная\tАнна\t02.01.1990\ta@example.org\nВторая\tАнна\t02.01.1990\tb@example.org\nОшибочная\tАнна\t02.01.1990\tnobody");
        var sent = await PostAsync(opening, form, "");
        Assert.Equal("Фамилия\tИмя\tДата рождения\tЭлектронная почта\nОшибочная\tАнна\t02.01.1990\tnobody", Written(sent).ReplaceLineEndings("\n"));
        form["Form.People"] = Written(sent);
        Assert.Equal("Электронная почта", Assert.Single((await PostAsync(opening, form, "")).Document.QuerySelectorAll("main table tbody tr")).Children[2].TextContent.Trim());
        Assert.Equal(2, (await district.AllAsync(opening)).Count);
    }

    [Theory]
    [InlineData("https://spam.example"), InlineData("write to spam@example.org")]
    public async Task An_organisations_name_with_an_address_is_refused(string name)
    {
        var form = Form("Ли\tОльга\t02.01.1990");
        form["Form.Organisation"] = name;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(await district.RecruitAsync($"Имя {name.Length}"), form, "")).Status);
    }

    [Fact]
    public async Task Nobody_in_a_programs_list_is_a_row_that_is_refused()
    {
        var opening = await district.RecruitAsync("Пустые");
        var body = new { @for = opening, key = "another key of a program", organisation = "ТОО «Прибой»", contact = "Абаева Сауле", email = "kadry@example.org", consent = true, isTrial = true, people = new object?[] { null, new { } } };
        var answer = await ReadAsync(await (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff)).PostAsJsonAsync($"{Api}/lists", body));
        Assert.Equal([1, 2], answer["refused"]!.AsArray().Select(r => (int)r!["row"]!));
    }

    [Fact]
    public void What_is_to_be_corrected_reads_the_same_again()
    {
        var table = PeopleTable.Read("Фамилия;Имя;Дата рождения\nЛи;Ольга;1990-01-02\n;Пётр;31.02.1990\n"u8.ToArray(), Today, 500);
        var text = table.TextOf(table.Rows.Where(r => r.Trouble is not null), district.Services.GetRequiredService<Texts>());
        Assert.Equal("Фамилия\tИмя\tДата рождения\n\tПётр\t31.02.1990", text);
        Assert.Equal("Дата рождения", Assert.Single(PeopleTable.Read(Encoding.UTF8.GetBytes(text), Today, 500).Rows).Column?.Key);
    }

    private Dictionary<string, string> Form(string people = "") => district.ListForm(people);
    private Task<Answer> PostAsync(Guid opening, Dictionary<string, string> fields, string handler, byte[]? file = null) => district.PostListAsync(opening, fields, handler, file);

    private static string Written(Answer answer) => ((IHtmlTextAreaElement)answer.Document.QuerySelector("[name='Form.People']")!).Value;

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

/// <summary>A server that takes few people an hour from one address.</summary>
public sealed class FewListedDistrict : District
{
    public const int Most = 3;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Integral:Applications:ListedInAnHourOfAnAddress", $"{Most}")];
}

public sealed class ListLimitTests(FewListedDistrict district) : IClassFixture<FewListedDistrict>
{
    [Fact]
    public async Task Not_the_lists_alone_are_counted_but_the_people_on_them()
    {
        var opening = await district.RecruitAsync("Поток");
        var form = district.ListForm(string.Join('\n', Enumerable.Range(0, FewListedDistrict.Most + 1).Select(n => $"Потокова{n}\tАнна\t1990-01-02")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.PostListAsync(opening, form, "")).Status);
        Assert.Empty(await district.AllAsync(opening));
        form["Form.People"] = string.Join('\n', form["Form.People"].Split('\n')[..FewListedDistrict.Most]);
        Assert.True((await district.PostListAsync(opening, form, "")).IsRedirect);
        Assert.Equal(FewListedDistrict.Most, (await district.AllAsync(opening)).Count);
    }
}

/// <summary>Letters about those on a list.</summary>
public sealed class ListLetterTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task Nobody_on_a_list_is_written_to_before_somebody_here_has_decided()
    {
        var opening = await district.RecruitAsync("Письма списка");
        Assert.True((await district.PostListAsync(opening, district.ListForm("Чужая\tАнна\t\t1990-01-02\tstranger@example.org"), "")).IsRedirect);
        await district.BeginAsync();
        await district.AllAsync();
        Assert.Contains("kadry@example.org", district.SentTo);
        Assert.DoesNotContain("stranger@example.org", district.SentTo);
        var (one, list) = ((await district.AllAsync(opening))[0], await district.InDbAsync("centre", db => db.Set<ApplicationList>().SingleAsync(l => l.ForId == opening)));
        Assert.DoesNotContain(one.Key, await district.Visitor().ReadAsync($"{Centre}/applications/lists/{list.Key}"), StringComparison.Ordinal);

        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, (await http.DecideAsync((await district.TasksAsync(opening))[0], "Accept")).StatusCode);
        await district.AllAsync();
        var letter = Assert.Single(district.Post.Sent, l => l.To == "stranger@example.org");
        Assert.Contains("ТОО «Прибой»", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/applications/", letter.Text, StringComparison.Ordinal);
    }
}
