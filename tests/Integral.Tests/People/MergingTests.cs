using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Families;
using Integral.People.Import;
using Integral.People.Merging;
using Integral.People.Organisations;
using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Security;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Two records become one, and what belongs to them is as it should be, also after it was taken back.</summary>
public sealed class MergingTests(District district) : IClassFixture<District>
{
    private const string People = "/school-2/api/v1/people";

    [Fact]
    public async Task All_that_belongs_to_the_merged_record_follows_and_undoing_puts_it_back()
    {
        var http = await HttpAsync();
        var kept = await district.PersonAsync("Слитная Анна", "1985-03-03", phone: "+7 706 000 00 01", code: "KEPT-1");
        var other = await AddAsync(http, "Слитная", "Анна Ивановна");
        await district.InDbAsync("school-2", async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == other);
            person.Identify("OTHER-1", null, new(2026, 1, 1));
            person.Reach("anna@example.org", "+7 706 000 00 02");
            return await db.SaveChangesAsync();
        });
        var (alone, both) = (await GroupAsync("Слияние одна", other), await GroupAsync("Слияние обе", kept, other));
        var child = await district.PersonAsync("Слитный Сын", "2012-01-01");
        var belongings = await BelongingsAsync(other, child);
        var before = await StateAsync(kept, other, belongings);

        var preview = (await http.GetFromJsonAsync<JsonNode>($"{People}/{kept}/merge/{other}"))!;
        Assert.Null(preview["hindrance"]);
        Assert.Equal(["Patronymic", "Email"], preview["fields"]!.AsArray().Where(f => f!["proposed"]!.GetValue<bool>()).Select(f => $"{f!["field"]}"));
        Assert.Equal(5, preview["follow"]!.AsArray().Count);

        var merged = await http.PostAsJsonAsync($"{People}/{kept}/merge", new { other, take = new[] { "Patronymic", "GivenName", "Code", "Email" } });
        Assert.True(merged.StatusCode == HttpStatusCode.OK, await merged.Content.ReadAsStringAsync());
        var set = (await merged.Content.ReadFromJsonAsync<JsonNode>())!["set"]!.GetValue<Guid>();
        await district.InDbAsync("school-2", async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == kept);
            Assert.Equal(("Слитная Анна Ивановна", "OTHER-1", "anna@example.org", "+7 706 000 00 01"), (person.FullName, person.Code, person.Email, person.Phone));
            Assert.Equal([alone, both], (await db.Enrolments.Where(e => e.PersonId == kept).Select(e => e.GroupId).ToListAsync()).Order());
            Assert.False(await db.Enrolments.AnyAsync(e => e.PersonId == other) || await db.FamilyLinks.AnyAsync(f => f.AdultId == other) || await db.Set<Application>().AnyAsync(a => a.PersonId == other));
            Assert.True(await db.FamilyLinks.AnyAsync(f => f.AdultId == kept && f.ChildId == child) && await db.Set<Application>().AnyAsync(a => a.PersonId == kept));
            Assert.True(await db.Organisations.AnyAsync(o => o.OwnerId == kept) && await db.Interactions.AnyAsync(i => i.AssigneeId == kept));
            Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(e => e.Action == "Merged" && (e.RecordId == $"{kept}" || e.RecordId == $"{other}")));
            return 0;
        });
        Assert.Equal(kept, await PersonOfAccountAsync(kept));

        var head = await district.SignInAsync("head2", "/school-2");
        var old = await head.OpenAsync($"/school-2/Admin/People/Show/{other}");
        Assert.EndsWith($"/Admin/People/Show/{kept}", $"{old.Location}", StringComparison.Ordinal);
        Assert.Contains("Слитная Анна Ивановна", await head.ReadAsync($"{old.Location}"), StringComparison.Ordinal);
        var moved = await http.GetAsync($"{People}/{other}");
        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"{People}/{kept}"), (moved.StatusCode, $"{moved.Headers.Location}"));

        Assert.Equal(0, (await UndoAsync(set)).Left);
        Assert.Equal(before, await StateAsync(kept, other, belongings));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{People}/{other}")).StatusCode);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_code_goes_over_and_comes_back_whichever_record_is_the_older_one(bool keptIsOlder)
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        if (first.CompareTo(second) > 0) (first, second) = (second, first);
        var (kept, other) = keptIsOlder ? (first, second) : (second, first);
        await district.PersonAsync("Кодов Ян", id: kept);
        await district.PersonAsync("Кодов Ян", code: $"CODE {keptIsOlder}", id: other);
        var set = await MergeAsync(kept, other, PersonField.Code);
        Assert.Equal(($"CODE {keptIsOlder}", null), (await CodeAsync(kept), await CodeAsync(other)));
        Assert.Equal(0, (await UndoAsync(set)).Left);
        Assert.Equal((null, $"CODE {keptIsOlder}"), (await CodeAsync(kept), await CodeAsync(other)));

        Task<string?> CodeAsync(Guid id) => district.InDbAsync("school-2", db => db.People.IgnoreQueryFilters().Where(p => p.Id == id).Select(p => p.Code).SingleAsync());
    }

    [Fact]
    public async Task Of_two_who_merge_the_same_records_at_once_one_does_it()
    {
        for (var round = 0; round < 4; round++)
        {
            var (one, other) = (await district.PersonAsync($"Гонкин {round}", "2000-01-01"), await district.PersonAsync($"Гонкин {round}", "2000-01-01"));
            var group = await GroupAsync($"Гонка слияний {round}", one, other);
            var (http, second) = (await HttpAsync(), await HttpAsync());
            var answers = await Task.WhenAll(http.PostAsJsonAsync($"{People}/{one}/merge", new { other }), second.PostAsJsonAsync($"{People}/{other}/merge", new { other = one }), second.PostAsJsonAsync($"{People}/{one}/merge", new { other }));
            Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
            Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.StatusCode}"));
            Assert.Equal((1, 1), await district.InDbAsync("school-2", async db => (await db.People.CountAsync(p => p.Id == one || p.Id == other), await db.Enrolments.CountAsync(e => e.GroupId == group))));
        }
    }

    [Fact]
    public async Task Who_has_two_accounts_or_is_the_others_family_is_not_merged()
    {
        var http = await HttpAsync();
        var (one, other) = (await AddAsync(http, "Учётный", "Пётр"), await AddAsync(http, "Учётный", "Пётр"));
        Assert.Contains("account", await RefusedAsync(http, one, other), StringComparison.Ordinal);
        var (mother, child) = (await district.PersonAsync("Родная Мать"), await district.PersonAsync("Родная Дочь"));
        await district.InTenantAsync("school-2", s => s.GetRequiredService<FamilyDesk>().AddAsync(mother, child, new(Kinship.Mother, null, null, true, true, true)));
        Assert.Contains("family", await RefusedAsync(http, mother, child), StringComparison.Ordinal);
        Assert.Equal(4, await district.InDbAsync("school-2", db => db.People.CountAsync(p => p.Id == one || p.Id == other || p.Id == mother || p.Id == child)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{People}/{one}/merge", new { other = one })).StatusCode);

        // Whoever may do more doesn't become somebody else by a registrar's hand.
        var head = await district.AccountAsync("head2");
        var boss = (await district.MembershipAsync(head, "school-2"))!.PersonId!.Value;
        Assert.Contains("more than you", await RefusedAsync(http, await district.PersonAsync("Чужая Карточка"), boss), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_is_not_half_undone_after_the_record_was_changed()
    {
        var http = await HttpAsync();
        var (kept, other) = (await district.PersonAsync("Половинный Лев"), await AddAsync(http, "Половинный", "Лев"));
        var group = await GroupAsync("Половина", kept, other);
        var set = await MergeAsync(kept, other);
        await district.InDbAsync("school-2", async db =>
        {
            (await db.People.SingleAsync(p => p.Id == kept)).Reach(null, "+7 707 000 00 00");
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, (await UndoAsync(set)).PutBack);
        Assert.Equal(kept, await PersonOfAccountAsync(kept));
        Assert.Equal([kept], await district.InDbAsync("school-2", db => db.Enrolments.Where(e => e.GroupId == group).Select(e => e.PersonId).ToListAsync()));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await http.GetAsync($"{People}/{other}")).StatusCode);
    }

    [Fact]
    public async Task The_address_of_a_record_that_was_merged_twice_leads_to_the_last_one()
    {
        var http = await HttpAsync();
        var (a, b, c) = (await district.PersonAsync("Цепной Ян"), await district.PersonAsync("Цепной Ян"), await district.PersonAsync("Цепной Ян"));
        await MergeAsync(b, a);
        var last = await MergeAsync(c, b);
        Assert.Equal($"{People}/{c}", $"{(await http.GetAsync($"{People}/{a}")).Headers.Location}");
        await UndoAsync(last);
        Assert.Equal($"{People}/{b}", $"{(await http.GetAsync($"{People}/{a}")).Headers.Location}");
    }

    [Fact]
    public async Task What_somebody_looked_at_before_it_was_changed_is_not_merged_and_an_interrupted_merge_is_gone_on_with()
    {
        var http = await HttpAsync();
        var (kept, other) = (await district.PersonAsync("Версия Ян"), await AddAsync(http, "Версия", "Ян"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await http.PostAsJsonAsync($"{People}/{kept}/merge", new { other, version = 1000, otherVersion = 1 })).StatusCode);
        var account = (await district.InHostAsync(h => h.Memberships.SingleAsync(m => m.PersonId == other))).AccountId;
        await MergeAsync(kept, other);
        await district.InHostAsync(async host =>
        {
            (await host.Memberships.SingleAsync(m => m.AccountId == account)).PersonId = other;      // as if the server had stopped before
            return await host.SaveChangesAsync();
        });
        var head = await district.SignInAsync("head2", "/school-2");
        Assert.True((await head.PressAsync($"/school-2/Admin/People/Show/{kept}", "Finish")).IsRedirect);
        Assert.Equal(kept, await PersonOfAccountAsync(kept));
    }

    [Fact]
    public async Task A_table_that_still_has_the_code_of_a_merged_record_finds_the_one_that_goes_on()
    {
        var http = await HttpAsync();
        var (kept, other) = (await district.PersonAsync("Табличный Ян", code: "TABLE-1"), await district.PersonAsync("Табличный Ян", code: "TABLE-2"));
        await MergeAsync(kept, other);
        for (var time = 0; time < 2; time++)
        {
            var answer = await http.PostAsync($"{People}/import", new StringContent("Code,Family name,Given name,Phone\nTABLE-2,Табличный,Ян,+7 710 000 00 00\n", System.Text.Encoding.UTF8, "text/csv"));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            Assert.Equal((0, 0), ((await answer.Content.ReadFromJsonAsync<JsonNode>()) is { } said ? (said["added"]!.GetValue<int>(), said["refused"]!.GetValue<int>()) : (-1, -1)));
        }
        Assert.Equal(("TABLE-1", "+7 710 000 00 00"), await district.InDbAsync("school-2", async db => await db.People.Where(p => p.Id == kept).Select(p => new { p.Code, p.Phone }).SingleAsync() is { } p ? (p.Code, p.Phone) : default));
    }

    [Fact]
    public async Task Every_row_that_refers_to_a_person_follows_when_records_are_merged()
    {
        var (keys, known) = await district.InTenantAsync("school-2", services => Task.FromResult((
            services.GetRequiredService<Integral.Platform.Data.Db>().Model.GetEntityTypes().SelectMany(t => t.GetDeclaredForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(Person)).Select(k => k.DeclaringEntityType.ClrType).ToHashSet(),
            services.GetRequiredService<MovedReferences>().All.Select(r => r.Rows).ToHashSet())));
        Assert.NotEmpty(keys);
        Assert.Empty(keys.Except(known));
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private static async Task<Guid> AddAsync(HttpClient http, string family, string given)
    {
        var answer = await http.PostAsJsonAsync(People, new { familyName = family, givenName = given.Split(' ')[0], patronymic = given.Contains(' ', StringComparison.Ordinal) ? given.Split(' ')[1] : null, roles = new[] { DeliveredRoles.Learner } });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<Guid>();
    }

    private Task<Guid> MergeAsync(Guid kept, Guid other, params PersonField[] take) =>
        district.InTenantAsync("school-2", services => services.GetRequiredService<PersonMerging>().MergeAsync(new(kept, other, take)));

    private Task<UndoReport> UndoAsync(Guid set) => district.InTenantAsync("school-2", services => services.GetRequiredService<ChangeSets>().UndoAsync(set));

    private static async Task<string> RefusedAsync(HttpClient http, Guid kept, Guid other)
    {
        var answer = await http.PostAsJsonAsync($"{People}/{kept}/merge", new { other });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync());
    }

    private Task<Guid?> PersonOfAccountAsync(Guid person) => district.InHostAsync(h => h.Memberships.Where(m => m.PersonId == person).Select(m => m.PersonId).SingleOrDefaultAsync());

    // The first one is in it for a month, the second one from the middle of it on.
    private Task<Guid> GroupAsync(string name, params Guid[] people) => district.InDbAsync("school-2", async db =>
    {
        var (group, from) = (new Group(GroupKind.Club, null), new DateOnly(2030, 9, 1));
        group.Describe(name, new(from, new(2031, 5, 31)), 2, "ru");
        db.Add(group);
        db.AddRange(people.Select((p, n) => new Enrolment(group.Id, p, new(from.AddDays(15 * n), n == 0 ? from.AddDays(29) : null))));
        await db.SaveChangesAsync();
        return group.Id;
    });

    private Task<Guid[]> BelongingsAsync(Guid owner, Guid child) => district.InDbAsync("school-2", async db =>
    {
        var (organisation, link, now) = (new Organisation(), new FamilyLink(owner, child), TimeProvider.System.GetUtcNow().UtcDateTime);
        organisation.Describe(new(OrganisationKind.Employer, "Слияние", OrganisationCountry.Other) { Owner = owner }, "ru");
        link.Describe(new(Kinship.Mother, null, null, true, true, true));
        var task = new Interaction(organisation.Id, new(InteractionKind.Task, new(2026, 9, 1), "Позвонить", null, owner, new(2030, 9, 1)), "Анна", new(2026, 9, 1));
        var number = 1 + (await db.Set<Application>().MaxAsync(a => (int?)a.Number) ?? 0);
        var application = new Application(new("programme", Guid.NewGuid(), "Слияние", "/"), new("Слитная", "Анна", null, null, "a@example.org", null), number, Guid.NewGuid().ToString("N"), FormTickets.NewKey(), now, DateOnly.FromDateTime(now)) { Consent = "", Culture = "ru" };
        application.Seat(owner);
        db.AddRange(organisation, link, task, application);
        await db.SaveChangesAsync();
        return new[] { organisation.Id, link.Id, task.Id, application.Id };
    });

    /// <summary>All that a merge may change, as one text.</summary>
    private async Task<string> StateAsync(Guid kept, Guid other, Guid[] belongings)
    {
        var here = await district.InDbAsync("school-2", async db =>
        {
            var people = await db.People.IgnoreQueryFilters().AsNoTracking().Where(p => p.Id == kept || p.Id == other).OrderBy(p => p.Id).Select(p => new { p.Id, p.FamilyName, p.GivenName, p.Patronymic, p.Code, p.CodeKey, p.Email, p.Phone, p.BornOn, p.DeletedAt, p.MergedIntoId }).ToListAsync();
            var days = await db.Enrolments.AsNoTracking().Where(e => e.PersonId == kept || e.PersonId == other).OrderBy(e => e.Id).Select(e => new { e.Id, e.GroupId, e.PersonId, e.FromOn, e.UntilOn, e.Reason }).ToListAsync();
            var (a, b, c, d) = (belongings[0], belongings[1], belongings[2], belongings[3]);
            var owner = await db.Organisations.Where(o => o.Id == a).Select(o => o.OwnerId).SingleAsync();
            var adult = await db.FamilyLinks.Where(f => f.Id == b).Select(f => f.AdultId).SingleAsync();
            var assignee = await db.Interactions.Where(i => i.Id == c).Select(i => i.AssigneeId).SingleAsync();
            var seated = await db.Set<Application>().Where(x => x.Id == d).Select(x => x.PersonId).SingleAsync();
            return $"{string.Join('\n', people)}\n{string.Join('\n', days)}\n{owner} {adult} {assignee} {seated}";
        });
        return $"{here}\n{await PersonOfAccountAsync(kept)} {await PersonOfAccountAsync(other)}";
    }
}
