using System.Net;
using System.Net.Http.Json;
using Integral.Applications;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>What is sent is kept once, and nothing that was typed is lost.</summary>
public sealed class IntakeTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task What_is_sent_twice_is_one_application_and_many_at_once_have_different_numbers()
    {
        var opening = await district.RecruitAsync("Дважды");
        var ticket = district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => district.ApplyAsync(opening, "Дважды", new() { ["Ticket"] = ticket })));
        Assert.Single(answers.Select(a => a.Followed()).Distinct());
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => http.SendAsync(opening, "Программа", "one-and-the-same-key")));
        Assert.Single((await Task.WhenAll(again.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => http.SendAsync(opening, $"Сразу{(char)('а' + n)}")));

        var all = await district.AllAsync(opening);
        Assert.Equal(8, all.Count);
        Assert.Equal(8, all.Select(a => a.Number).Distinct().Count());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.SendAsync(opening, "Другой", "one-and-the-same-key")).StatusCode);
    }

    [Fact]
    public async Task One_failure_of_the_line_used_to_stop_it_for_good()
    {
        var (fails, tenant) = (true, district.Tenant("centre"));
        var line = new IntakeLine((_, forms, _) =>
        {
            if (fails) throw new InvalidOperationException("Failed.");
            foreach (var form in forms) form.Outcome = (null, new RuleException("Kept."));
            foreach (var form in forms) form.Tell();
            return Task.CompletedTask;
        });
        SentForm Form() => new(Guid.NewGuid(), new(Who("Строева", null), null, "I agree.", "ru"), "sent");
        await Assert.ThrowsAsync<InvalidOperationException>(() => line.PutAsync(tenant, Form()).WaitAsync(TimeSpan.FromSeconds(30)));
        fails = false;
        Assert.Equal("Kept.", (await Assert.ThrowsAsync<RuleException>(() => line.PutAsync(tenant, Form()).WaitAsync(TimeSpan.FromSeconds(30)))).Message);
    }

    [Theory]
    [InlineData("Form.Consent", "false"), InlineData("Form.BornOn", "2999-01-01"), InlineData("Form.Email", "no address"), InlineData("Form.FamilyName", ""), InlineData("Form.FamilyName", "<b>"), InlineData("Website", "http://spam.example"), InlineData("Ticket", "forged"), InlineData("Form.Email", "")]
    public async Task What_can_not_be_kept_is_refused_and_nothing_typed_is_lost(string field, string value)
    {
        var opening = await district.RecruitAsync($"Отказано {field} {value.Length}");
        var refused = await district.ApplyAsync(opening, "Хранимая", new() { ["Form.Message"] = "Kept words.", [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal("Kept words.", refused.Document.QuerySelector("[name='Form.Message']")!.TextContent.Trim());
        Assert.Equal("1990-05-17", field == "Form.BornOn" ? "1990-05-17" : refused.Document.QuerySelector("[name='Form.BornOn']")!.GetAttribute("value"));
        Assert.Empty(await district.AllAsync(opening));
    }

    [Fact]
    public async Task Nobody_applies_before_or_after_the_days_or_for_what_is_not_shown()
    {
        var (early, late, hidden) = (await district.RecruitAsync("Рано", from: 3), await district.RecruitAsync("Поздно", from: -9, until: -1), await district.RecruitAsync("Скрыто", isPublished: false));
        foreach (var opening in new[] { early, late })
        {
            Assert.Empty((await district.Visitor().OpenAsync($"{Centre}/apply/{opening}")).Document.QuerySelectorAll("main form"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff)).SendAsync(opening, "Ранний")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{Centre}/apply/{hidden}"));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{Centre}/apply/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task An_application_opens_by_its_own_address_only_and_in_its_own_institution()
    {
        var opening = await district.RecruitAsync("Адрес");
        var followed = (await district.ApplyAsync(opening, "Адресова")).Followed();
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(followed[..^1] + (followed[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(followed.Replace("/centre", "/school-1", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{Centre}/applications/{(await district.AllAsync(opening))[0].Id}"));
        Assert.Contains("no-store", $"{(await district.Visitor().OpenAsync(followed)).Response.Headers.CacheControl}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_program_should_say_is_refused()
    {
        var opening = await district.RecruitAsync("Лишнее");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var extra = await http.PostAsJsonAsync(Api, new { @for = opening, key = $"{Guid.NewGuid()}", familyName = "Лишняя", phone = "1", consent = true, status = "Enrolled" });
        Assert.Equal(HttpStatusCode.BadRequest, extra.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Api, new { @for = opening, key = $"{Guid.NewGuid()}", familyName = "Лишняя", phone = "1" })).StatusCode);
        Assert.False((await http.PostAsJsonAsync(Api, new { @for = opening, key = "short", familyName = "Лишняя", phone = "1", consent = true })).IsSuccessStatusCode);
        Assert.Empty(await district.AllAsync(opening));
    }

    [Fact]
    public async Task Who_is_signed_in_finds_their_own_applications_and_nobody_elses()
    {
        var opening = await district.RecruitAsync("Свои");
        var learner = await district.SignInAsync("learner", Centre);
        (await district.ApplyAsync(opening, "Морозов", who: learner)).Followed();
        (await district.ApplyAsync(opening, "Чужая")).Followed();
        var mine = await learner.ReadAsync($"{Centre}/applications");
        Assert.Contains("Морозов", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Чужая", mine, StringComparison.Ordinal);
        Assert.Contains("/centre/applications", (await learner.OpenAsync($"{Centre}/cabinet")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await learner.StatusAsync($"{Centre}/Admin/Applications"));
        Assert.Equal(HttpStatusCode.Forbidden, await learner.StatusAsync($"{Centre}/Admin/Inbox"));
    }

    [Fact]
    public async Task The_list_finds_by_name_number_state_and_group_and_costs_the_same_for_many()
    {
        var opening = await district.RecruitAsync("Список");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await http.SendAsync(opening, "Спискова");
        var one = (await district.AllAsync(opening))[0];
        foreach (var query in new[] { "q=спискОва", $"q={one.Number}", $"for={opening}&status=Sent" })
            Assert.Contains($"{one.Id}", await http.GetStringAsync($"{Api}?{query}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{one.Id}", await http.GetStringAsync($"{Api}?for={opening}&status=Refused"), StringComparison.Ordinal);

        Assert.Equal(await district.CostAsync(() => http.GetStringAsync($"{Api}?limit=2")), await district.CostAsync(() => http.GetStringAsync($"{Api}?limit=100")));
    }
}

public sealed class ApplicationLetterTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    [Fact]
    public async Task An_applicant_with_an_e_mail_is_told_in_their_language_what_becomes_of_it()
    {
        var opening = await district.RecruitAsync("Письма");
        var followed = (await district.ApplyAsync(opening, "Письмова", new() { ["Form.Email"] = "letters@mail.local" }, site: "/centre/uk")).Followed();
        var received = Assert.Single(await district.Mail.ToAsync("letters@mail.local"));
        Assert.Contains("Вашу заявку №", received.Subject, StringComparison.Ordinal);
        Assert.Contains($"http://localhost{followed}", received.Text, StringComparison.Ordinal);
    }
}

/// <summary>More people press the button at once than there are connections to PostgreSQL.</summary>
public sealed class CrowdTests(District district) : IClassFixture<District>
{
    private const int Many = 50;

    [Fact]
    public async Task Forms_that_wait_to_be_kept_used_to_hold_the_connections_by_which_they_are_kept()
    {
        var opening = await district.RecruitAsync("Толпа");
        await Task.WhenAll(Enumerable.Range(0, Many).Select(async n => (await district.ApplyAsync(opening, $"Толпова-{n}")).Followed()));
        Assert.Equal(Many, (await district.AllAsync(opening)).Count);
    }
}
