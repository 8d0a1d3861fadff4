using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Merging;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Records that may be one person.</summary>
public sealed class DuplicateTests(District district) : IClassFixture<District>
{
    private const string People = "/school-2/api/v1/people";

    [Fact]
    public async Task Records_are_alike_by_name_and_birth_by_phone_by_e_mail_and_by_code_however_they_were_typed()
    {
        var alike = new[]
        {
            (await district.PersonAsync("Тёмный Пётр Ильич", "2010-01-01"), await district.PersonAsync("темный пётр", "2010-01-01"), "NameAndBirth"),
            (await district.PersonAsync("Звонков Олег", phone: "+7 (701) 000-11-22"), await district.PersonAsync("Звонков О.", phone: "87010001122"), "Phone"),
            (await district.PersonAsync("Почтова Ая", "2001-01-01", email: "Post@Example.org"), await district.PersonAsync("Почтова-Мир Ая", email: "post@example.org"), "Email"),
            (await district.PersonAsync("Шифрин Ян", code: "AB-0 1"), await district.PersonAsync("Шифрин Я.", code: "ab.01"), "Code"),
        };
        var mother = await district.PersonAsync("Общая Мать", "1980-01-01", phone: "+7 702 000 11 22");
        var child = await district.PersonAsync("Общий Сын", "2012-01-01", phone: "+7 702 000 11 22");
        for (var n = 0; n < 11; n++) await district.PersonAsync($"Школьный Телефон{n}", phone: "+7 703 000 11 22");

        var pairs = await PairsAsync();
        foreach (var (one, other, because) in alike) Assert.Equal([because], pairs.Single(p => p.Ids.SetEquals([one, other])).Because);
        Assert.DoesNotContain(pairs, p => p.Ids.Contains(mother) || p.Ids.Contains(child));       // one phone, two days of birth
        Assert.DoesNotContain(pairs, p => p.Names.Contains("Школьный", StringComparison.Ordinal)); // a phone of eleven people tells nothing
        Assert.Equal(pairs.Count, pairs.DistinctBy(p => string.Join(' ', p.Ids.Order())).Count());

        var page = await (await district.SignInAsync("head2", "/school-2")).ReadAsync($"/school-2/Admin/People/Show/{alike[0].Item1}");
        Assert.Contains($"/Admin/People/Merge/{alike[0].Item2}/{alike[0].Item1}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_told_apart_is_not_proposed_again_until_that_is_taken_back()
    {
        var (one, other) = (await district.PersonAsync("Двойник Иван", "2009-05-05"), await district.PersonAsync("Двойник Иван", "2009-05-05"));
        var http = await HttpAsync();
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsJsonAsync($"{People}/duplicates/apart", new { first = other, second = one })).StatusCode);
        Assert.DoesNotContain(await PairsAsync(), p => p.Ids.Contains(one));
        var head = await district.SignInAsync("head2", "/school-2");
        Assert.DoesNotContain("/Merge/", await head.ReadAsync($"/school-2/Admin/People/Show/{one}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{People}/duplicates/apart", new { first = one, second = one })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{People}/duplicates/apart", new { first = one, second = Guid.NewGuid() })).StatusCode);

        await district.InTenantAsync("school-2", async services =>
        {
            await services.GetRequiredService<TellingApart>().TakeBackAsync(one, other);
            return 0;
        });
        Assert.Contains(await PairsAsync(), p => p.Ids.Contains(one));
    }

    [Fact]
    public async Task Whoever_adds_a_person_is_told_who_is_like_them()
    {
        var known = await district.PersonAsync("Известная Мария", phone: "+7 704 123 45 67");
        var added = await (await HttpAsync()).PostAsJsonAsync(People, new { familyName = "Извесная", givenName = "Мария", phone = "8 704 1234567", roles = new[] { DeliveredRoles.Learner } });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var answer = (await added.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal([$"{known}"], answer["alike"]!.AsArray().Select(a => $"{a}"));

        var head = await district.SignInAsync("head2", "/school-2");
        var page = await head.SubmitAsync("/school-2/Admin/People/Add", new() { ["Form.FamilyName"] = "Известная", ["Form.GivenName"] = "Марина", ["Form.Phone"] = "87041234567", ["Form.Roles"] = DeliveredRoles.Learner });
        Assert.Contains($"/Admin/People/Merge/{known}/", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_duplicates_takes_as_many_statements_for_thirty_pairs_as_for_one()
    {
        await PairAsync(0);
        var head = await district.SignInAsync("head2", "/school-2");
        var few = await district.CostAsync(() => head.ReadAsync("/school-2/Admin/People/Duplicates"));
        for (var n = 1; n < 30; n++) await PairAsync(n);
        Assert.Equal(few, await district.CostAsync(() => head.ReadAsync("/school-2/Admin/People/Duplicates")));

        async Task PairAsync(int n)
        {
            for (var time = 0; time < 2; time++) await district.PersonAsync($"Числов Имя{n}", "2008-02-03", phone: $"+7 705 000 {n:0000}");
        }
    }

    [Theory]
    [InlineData("Ким Олег Сергеевич", "+7 (701) 555-10-21", "Kim@Example.ORG", "AB-12/3 x.Ж")]
    [InlineData("Ёлкина", "12-34", null, "- . /")]
    [InlineData("Ахметова Айжан", "067 123 45 67", "айжан@пример.рф", null)]
    public async Task The_migration_gave_those_who_were_here_the_keys_that_new_people_get(string name, string? phone, string? email, string? code)
    {
        var id = await district.PersonAsync(name, phone: phone, email: email, code: code);
        var filling = Engine.IsPostgreSql
            ? new Integral.People.Data.Migrations.PostgreSql.Merging().UpOperations.OfType<SqlOperation>().Single().Sql
            : new Integral.People.Data.Migrations.Sqlite.Merging().UpOperations.OfType<SqlOperation>().Single().Sql;
        await district.InDbAsync("school-2", async db =>
        {
            var made = await KeysAsync();
            await db.WriteAsync(async () =>
            {
                await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.NameKey, "").SetProperty(x => x.EmailKey, (string?)null).SetProperty(x => x.PhoneKey, (string?)null).SetProperty(x => x.CodeKey, (string?)null));
                await db.Database.ExecuteSqlRawAsync(filling);
            });
            Assert.Equal(made, await KeysAsync());
            return 0;

            Task<string> KeysAsync() => db.People.AsNoTracking().Where(p => p.Id == id).Select(p => p.NameKey + "|" + p.EmailKey + "|" + p.PhoneKey + "|" + p.CodeKey).SingleAsync();
        });
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private sealed record Found(HashSet<Guid> Ids, string Names, IReadOnlyList<string> Because);

    // Two at a time, so that the cursor is walked too.
    private async Task<List<Found>> PairsAsync()
    {
        var (http, found, after) = (await HttpAsync(), new List<Found>(), null as string);
        do
        {
            var page = (await http.GetFromJsonAsync<JsonNode>($"{People}/duplicates?limit=2{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}"))!;
            found.AddRange(page["items"]!.AsArray().Select(p => new Found([p!["first"]!.GetValue<Guid>(), p["second"]!.GetValue<Guid>()], $"{p["firstName"]} {p["secondName"]}", [.. p["because"]!.AsArray().Select(b => $"{b}")])));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        return found;
    }
}
