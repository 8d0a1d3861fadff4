using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Organisations;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

/// <summary>The register of partner organisations and employers.</summary>
public sealed class OrganisationTests(District district) : IClassFixture<District>
{
    private const string Api = "/school-2/api/v1/organisations", Pages = "/school-2/Admin/Organisations";

    [Theory]
    [InlineData("Kazakhstan", "020240000555", "020240000555")]
    [InlineData("Kazakhstan", "0202 4000 0555", "020240000555")]
    [InlineData("Kazakhstan", "020240000556", null)]
    [InlineData("Kazakhstan", "02024000055", null)]
    [InlineData("Russia", "7707083893", "7707083893")]
    [InlineData("Russia", "7707083894", null)]
    [InlineData("Russia", "500100732259", "500100732259")]
    [InlineData("Russia", "500100732258", null)]
    [InlineData("Russia", "500100732249", null)]
    [InlineData("Ukraine", "14360570", "14360570")]
    [InlineData("Ukraine", "32855961", "32855961")]
    [InlineData("Ukraine", "14360571", null)]
    [InlineData("Ukraine", "1436057A", null)]
    [InlineData("Other", "GB 999 9999 73", "GB 999 9999 73")]
    [InlineData("Russia", " ", "")]
    public void A_tax_number_is_checked_by_the_rule_of_its_country(string country, string number, string? kept)
    {
        var of = Enum.Parse<OrganisationCountry>(country);
        if (kept is null) Assert.Equal("TaxNumber", Assert.Throws<RuleException>(() => TaxNumbers.Checked(of, number)).Field);
        else Assert.Equal(kept, TaxNumbers.Checked(of, number) ?? "");
    }

    [Fact]
    public async Task A_number_in_place_of_a_kind_used_to_be_taken_and_broke_the_list()
    {
        var http = await HttpAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { kind = 99, name = "Никакая", country = "Kazakhstan" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { kind = "Employer", name = "Нигде", country = 99 })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Api)).StatusCode);
    }

    [Fact]
    public async Task A_number_that_is_there_names_whose_it_is_and_branches_in_Russia_are_told_apart_by_their_code()
    {
        var http = await HttpAsync();
        await AddAsync(http, new { kind = "Employer", name = "Первый владелец номера", country = "Kazakhstan", taxNumber = "020240000555" });
        await RefusedAsync(await http.PostAsJsonAsync(Api, new { kind = "Partner", name = "Второй", country = "Kazakhstan", taxNumber = "0202-4000-0555" }), "Первый владелец номера");

        var head = await AddAsync(http, new { kind = "Employer", name = "Головная", country = "Russia", taxNumber = "7707083893", kpp = "773601001" });
        await AddAsync(http, new { kind = "Employer", name = "Филиал", country = "Russia", taxNumber = "7707083893", kpp = "540602001", parent = head });
        await RefusedAsync(await http.PostAsJsonAsync(Api, new { kind = "Employer", name = "Без кода", country = "Russia", taxNumber = "7707083893" }), "Головная", "Филиал");
        await RefusedAsync(await http.PostAsJsonAsync(Api, new { kind = "Employer", name = "Код не по стране", country = "Kazakhstan", kpp = "773601001" }), "KPP");

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => http.PostAsJsonAsync(Api, new { kind = "Employer", name = $"Разом {n}", country = "Ukraine", taxNumber = "14360570" })));
        Assert.Equal(1, both.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.All(both.Where(a => a.StatusCode != HttpStatusCode.Created), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
    }

    [Fact]
    public async Task No_organisation_becomes_a_branch_of_its_own_branch_or_too_deep()
    {
        var http = await HttpAsync();
        var chain = new List<Guid>();
        for (var level = 0; level < OrganisationRules.Deepest; level++) chain.Add(await AddAsync(http, new { kind = "Employer", name = $"Уровень {level}", country = "Other", parent = level == 0 ? null as Guid? : chain[^1] }));
        await RefusedAsync(await http.PostAsJsonAsync(Api, new { kind = "Employer", name = "Слишком глубоко", country = "Other", parent = chain[^1] }), $"{OrganisationRules.Deepest}");
        await RefusedAsync(await PutAsync(http, chain[0], "*", new { kind = "Employer", name = "Уровень 0", country = "Other", parent = chain[2] }), "branch");
        await RefusedAsync(await PutAsync(http, chain[0], "*", new { kind = "Employer", name = "Уровень 0", country = "Other", parent = chain[0] }), "branch");
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(http, chain[0], "*", new { kind = "Employer", name = "Не там", country = "Other", kpp = "1", parent = Guid.NewGuid() })).StatusCode);

        var other = await AddAsync(http, new { kind = "Employer", name = "Над всеми", country = "Other" });
        await RefusedAsync(await PutAsync(http, chain[0], "*", new { kind = "Employer", name = "Уровень 0", country = "Other", parent = other }), $"{OrganisationRules.Deepest}");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, chain[1], "*", new { kind = "Employer", name = "Уровень 1", country = "Other", parent = other })).StatusCode);
    }

    [Fact]
    public async Task Two_who_put_organisations_under_each_other_at_once_make_no_circle()
    {
        var http = await HttpAsync();
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = (await AddAsync(http, new { kind = "Employer", name = $"Круг А{round}", country = "Other" }), await AddAsync(http, new { kind = "Employer", name = $"Круг Б{round}", country = "Other" }));
            var answers = await Task.WhenAll(PutAsync(http, a, "*", new { kind = "Employer", name = $"Круг А{round}", country = "Other", parent = b }), PutAsync(http, b, "*", new { kind = "Employer", name = $"Круг Б{round}", country = "Other", parent = a }));
            Assert.True(answers.Count(x => x.StatusCode == HttpStatusCode.OK) <= 1, "both went under each other");
        }
    }

    [Fact]
    public async Task Who_saves_over_anothers_change_is_told_keeps_what_was_typed_and_can_save_it_then()
    {
        var http = await HttpAsync();
        var id = await AddAsync(http, new { kind = "Partner", name = "Версии", country = "Other" });
        var tag = (await http.GetAsync($"{Api}/{id}")).Headers.ETag!.Tag;
        var registrar = await district.SignInAsync("head2", "/school-2");
        var form = await registrar.OpenAsync($"{Pages}/Edit/{id}");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, id, tag, new { kind = "Partner", name = "Версии, новые", country = "Other", address = "Набережная, 1" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, id, tag, new { kind = "Partner", name = "Поздно", country = "Other" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await http.PutAsJsonAsync($"{Api}/{id}", new { kind = "Partner", name = "Вслепую", country = "Other" })).StatusCode);

        var refused = await registrar.SubmitAsync($"{Pages}/Edit/{id}", new() { ["Form.Name"] = "Моё название", ["Form.Note"] = "Моя заметка", ["Form.Version"] = form.Document.QuerySelector("[name='Form.Version']")!.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Моё название", refused.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Contains("Моя заметка", refused.Text, StringComparison.Ordinal);
        var again = refused.Document.QuerySelector("main form[method=post]")!;
        var saved = await registrar.PostAsync($"{Pages}/Edit/{id}", again.QuerySelectorAll("input[name], textarea[name], select[name]").Select(f => new KeyValuePair<string, string>(f.GetAttribute("name")!,
            f is AngleSharp.Html.Dom.IHtmlSelectElement s ? s.Value ?? "" : f is AngleSharp.Html.Dom.IHtmlTextAreaElement t ? t.Value : f.GetAttribute("value") ?? "")));
        Assert.True(saved.IsRedirect, saved.Errors);
        Assert.Equal("Моё название", $"{(await http.GetFromJsonAsync<JsonNode>($"{Api}/{id}"))!["name"]}");
    }

    [Fact]
    public async Task On_the_screens_an_organisation_is_written_found_put_away_and_taken_out()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var made = await head.SubmitAsync($"{Pages}/Edit", new() { ["Form.Kind"] = "Employer", ["Form.Name"] = "Товарищество «Слесарь»", ["Form.Country"] = "Other", ["Form.Site"] = "slesar.example", ["Form.Phone"] = "+7 700 000-00-00" });
        Assert.True(made.IsRedirect, made.Errors);
        var show = $"{made.Location}";
        var page = await head.OpenAsync(show);
        Assert.NotNull(page.Document.QuerySelector("a[href='https://slesar.example']"));
        Assert.Contains(show, await head.ReadAsync($"{Pages}?Q=слесарь&Kind=Employer&Stage=Contact"), StringComparison.Ordinal);
        Assert.DoesNotContain(show, await head.ReadAsync($"{Pages}?Q=слесарь&Kind=Partner"), StringComparison.Ordinal);
        Assert.Contains(show, await head.ReadAsync($"{Pages}?Mine=true"), StringComparison.Ordinal);      // who writes one looks after it unless said otherwise
        Assert.Contains(show, await head.ReadAsync("/school-2/search?q=слесарь"), StringComparison.Ordinal);
        Assert.Contains("slesar.example", await head.ReadAsync($"{Pages}?handler=Table&format=Csv&q=слесарь"), StringComparison.Ordinal);

        Assert.True((await head.SubmitAsync(show, [], "Archive")).IsRedirect);
        Assert.Contains("handler=TakeOut", await head.ReadAsync(Pages), StringComparison.Ordinal);      // what was done is said once, with its undoing
        Assert.DoesNotContain(show, await head.ReadAsync($"{Pages}?Q=слесарь"), StringComparison.Ordinal);
        Assert.Contains(show, await head.ReadAsync($"{Pages}?Q=слесарь&Archived=true"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SubmitAsync(show.Replace("/Show/", "/Edit/", StringComparison.Ordinal), new() { ["Form.Name"] = "Иначе" })).Status);
        Assert.True((await head.SubmitAsync(show, [], "TakeOut")).IsRedirect);
        var wrong = await head.SubmitAsync(show.Replace("/Show/", "/Edit/", StringComparison.Ordinal), new() { ["Form.Site"] = "javascript://x.y/%0aalert(1)" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("teacher3", "/school-2")).StatusAsync(show));
    }

    [Fact]
    public async Task A_list_comes_in_parts_and_costs_the_same_for_many()
    {
        var http = await HttpAsync();
        var head = await district.SignInAsync("head2", "/school-2");
        var one = await AddAsync(http, new { kind = "School", name = "Ряд 0", country = "Other" });
        var (list, show) = (await district.CostAsync(() => head.ReadAsync($"{Pages}?Q=ряд")), await district.CostAsync(() => head.ReadAsync($"{Pages}/Show/{one}")));
        for (var n = 1; n < 15; n++) await AddAsync(http, new { kind = "School", name = $"Ряд {n}", country = "Other", parent = one });
        Assert.Equal((list, show), (await district.CostAsync(() => head.ReadAsync($"{Pages}?Q=ряд")), await district.CostAsync(() => head.ReadAsync($"{Pages}/Show/{one}"))));

        var (seen, next) = (new HashSet<string>(), "");
        while (next is not null)
        {
            var part = (await http.GetFromJsonAsync<JsonNode>($"{Api}?q=ряд&kind=school&limit=4&after={next}"))!;
            Assert.All(part["items"]!.AsArray(), item => Assert.True(seen.Add($"{item!["id"]}")));
            next = part["next"]?.ToString();
        }
        Assert.Equal(15, seen.Count);
    }

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private static async Task<Guid> AddAsync(HttpClient http, object body)
    {
        var answer = await http.PostAsJsonAsync(Api, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return Guid.Parse($"{(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, Guid id, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return http.SendAsync(request);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, params string[] because)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync());
        Assert.Contains(because, b => text.Contains(b, StringComparison.Ordinal));
    }
}
