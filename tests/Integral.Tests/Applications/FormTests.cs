using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications.Forms;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>Staff write what is asked of those who apply; the same check for the screen, programs, recipes and lists.</summary>
public sealed class FormTests(District district) : IClassFixture<District>
{
    private static readonly object Payer = new { name = "payer", kind = "One", label = new { ru = "Кто платит?", en = "Who pays?" }, isRequired = true, choices = new object[] { new { name = "self", label = new { ru = "Я сам" } }, new { name = "employer", label = new { ru = "Работодатель", en = "My employer" } } } };
    private static readonly object Employer = new { name = "employer_name", kind = "Text", label = new { ru = "Название работодателя" }, isRequired = true, when = new { field = "payer", @is = "Equal", value = "employer" } };
    private static readonly object Height = new { name = "height", kind = "Number", label = new { ru = "Рост, см" } };

    [Fact]
    public async Task Staff_write_the_form_and_a_citizen_who_makes_a_mistake_loses_nothing()
    {
        var opening = await district.RecruitAsync("Форма");
        var clerk = await district.SignInAsync("centre", Centre);
        var editor = $"{Centre}/Admin/Applications/Form/{opening}";
        var added = await PostAsync(clerk, $"{editor}?handler=Add", new() { ["Form.Version"] = "0" });
        Assert.Contains("question_1", added.Text, StringComparison.Ordinal);
        var written = new Dictionary<string, string>
        {
            ["Form.Version"] = "0", ["Form.Country"] = "Kazakhstan", ["Form.Consents[0].Country"] = "Kazakhstan", ["Form.Consents[0].Culture"] = "ru", ["Form.Consents[0].Text"] = "Согласен с правилами центра.",
            ["Form.Fields[0].Key"] = "0", ["Form.Fields[0].Name"] = "question_1", ["Form.Fields[0].Kind"] = "One", ["Form.Fields[0].Label[ru]"] = "Кто платит?", ["Form.Fields[0].IsRequired"] = "true", ["Form.Fields[0].Choices"] = "Я сам\nРаботодатель | Жұмыс беруші",
            ["Form.Fields[1].Key"] = "1", ["Form.Fields[1].Name"] = "question_2", ["Form.Fields[1].Kind"] = "Text", ["Form.Fields[1].Label[ru]"] = "Название работодателя", ["Form.Fields[1].IsRequired"] = "true", ["Form.Fields[1].WhenField"] = "question_1", ["Form.Fields[1].WhenIs"] = "Equal", ["Form.Fields[1].WhenValue"] = "банк",
        };
        var refused = await PostAsync(clerk, editor, written);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("банк", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Название работодателя", refused.Text, StringComparison.Ordinal);
        written["Form.Fields[1].WhenValue"] = "работодатель";
        var saved = await PostAsync(clerk, editor, written);
        Assert.True(saved.IsRedirect, saved.Errors);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(clerk, editor, written)).Status);

        var citizen = district.Visitor();
        var page = await citizen.OpenAsync($"{Centre}/apply/{opening}");
        Assert.Contains("Кто платит?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Согласен с правилами центра.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Название работодателя", page.Text, StringComparison.Ordinal);
        var unanswered = await district.ApplyAsync(opening, "Формова", who: citizen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.Status);
        Assert.Contains("Ответьте на этот вопрос.", unanswered.Errors, StringComparison.Ordinal);
        Assert.Equal("Формова", unanswered.Document.QuerySelector("[name='Form.FamilyName']")!.GetAttribute("value"));
        var further = await district.ApplyAsync(opening, "Формова", new() { ["Answers.question_1"] = "answer_2" }, citizen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, further.Status);
        Assert.NotNull(further.Document.QuerySelector("[name='Answers.question_2']"));
        Assert.NotNull(further.Document.QuerySelector("[name='Answers.question_1'][value=answer_2][checked]"));
        var sent = await citizen.PostAsync($"{Centre}/apply/{opening}", new Dictionary<string, string>
        {
            ["Ticket"] = further.Document.QuerySelector("input[name=Ticket]")!.GetAttribute("value")!,
            ["Form.FamilyName"] = "Формова", ["Form.GivenName"] = "Анна", ["Form.BornOn"] = "1990-05-17", ["Form.Email"] = "anna@example.org", ["Form.Consent"] = "true",
            ["Answers.question_1"] = "answer_2", ["Answers.question_2"] = "Хлебозавод", ["Seen"] = "question_1,question_2",
        });
        Assert.Contains("Хлебозавод", await citizen.ReadAsync(sent.Followed()), StringComparison.Ordinal);

        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal(("Согласен с правилами центра.", 1), (one.Consent, one.ConsentVersion));
        var shown = await clerk.ReadAsync($"{Centre}/Admin/Applications/Show/{one.Id}");
        foreach (var told in new[] { "Кто платит?", "Работодатель", "Хлебозавод" }) Assert.Contains(told, shown, StringComparison.Ordinal);
        Assert.Contains("Хлебозавод", await clerk.ReadAsync($"{Centre}/Admin/Inbox/Show/{(await district.TasksAsync(opening))[0]}"), StringComparison.Ordinal);
        var table = await clerk.ReadAsync($"{Centre}/Admin/Applications?handler=Table&format=Csv&for={opening}");
        Assert.Contains("Название работодателя", table, StringComparison.Ordinal);
        Assert.Contains("Хлебозавод", table, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync(editor));
    }

    [Fact]
    public async Task A_question_that_was_removed_stays_readable_where_it_was_answered_and_is_refused_by_its_name_afterwards()
    {
        var opening = await district.RecruitAsync("Снятый вопрос");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await SayAsync(http, opening, Payer, Height);
        var sent = await SendAsync(http, opening, "Снятова", new { payer = "employer", height = 181.5 });
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        await SayAsync(http, opening, Height);
        var id = (await district.AllAsync(opening))[0].Id;
        var one = (await http.GetFromJsonAsync<JsonNode>($"{Api}/{id}"))!;
        Assert.Equal(["payer|Кто платит?|employer|Работодатель", "height|Рост, см|181.5|"], one["answers"]!.AsArray().Select(a => $"{a!["name"]}|{a["label"]}|{a["values"]![0]}|{a["words"]?[0]}"));
        var late = await SendAsync(http, opening, "Поздняя", new { payer = "self" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("payer", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await district.AllAsync(opening));
    }

    [Theory]
    [InlineData("""{ "shoe": "43", "payer": "self" }"""), InlineData("""{ "payer": "bank" }"""), InlineData("{ }"), InlineData("""{ "payer": "employer" }"""), InlineData("""{ "payer": { "name": "self" } }""")]
    [InlineData("""{ "payer": "self", "payer": "self" }"""), InlineData("""{ "payer": "self", "height": "tall" }"""), InlineData("[]"), InlineData("""{ "payer": "self", "employer_name": "Завод" }""")]
    public async Task A_program_that_answers_wrongly_is_refused_and_nothing_is_kept(string answers)
    {
        var opening = await district.RecruitAsync($"Ответы {answers.Length} {answers.GetHashCode(StringComparison.Ordinal)}");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await SayAsync(http, opening, Payer, Employer, Height);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, opening, "Неверная", new JsonText(answers))).StatusCode);
        Assert.Empty(await district.AllAsync(opening));
    }

    [Fact]
    public async Task Nobody_agrees_to_words_that_they_have_not_read()
    {
        var opening = await district.RecruitAsync("Согласия");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await PutAsync(http, opening, new { fields = Array.Empty<object>(), country = "Ukraine", consents = new[] { new { country = "Ukraine", culture = "uk", text = "Погоджуюся." }, new { country = "Ukraine", culture = "ru", text = "Согласен по закону Украины." }, new { country = "Russia", culture = "ru", text = "Согласен по закону России." } } });
        var visitor = district.Visitor();
        var page = await visitor.OpenAsync($"{Centre}/apply/{opening}");
        Assert.Contains("Согласен по закону Украины.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Погоджуюся.", await visitor.ReadAsync($"{Centre}/uk/apply/{opening}"), StringComparison.Ordinal);
        var old = page.Document.QuerySelector("[name=ConsentMark]")!.GetAttribute("value")!;
        var changed = await PutAsync(http, opening, new { fields = Array.Empty<object>(), country = "Russia", consents = new[] { new { country = "Russia", culture = "ru", text = "Согласен по закону России." } } });
        Assert.Equal(2, (int)(await changed.Content.ReadFromJsonAsync<JsonNode>())!["consentVersion"]!);
        var stale = await district.ApplyAsync(opening, "Согласова", new() { ["ConsentMark"] = old }, visitor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("изменился", stale.Errors, StringComparison.Ordinal);
        (await district.ApplyAsync(opening, "Согласова", who: visitor)).Followed();
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal(("Согласен по закону России.", 2), (one.Consent, one.ConsentVersion));
    }

    [Fact]
    public async Task A_list_has_a_column_for_each_question_and_a_row_without_an_answer_is_named()
    {
        var opening = await district.RecruitAsync("Столбцы");
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await SayAsync(http, opening, Payer, Employer, Height);
        var form = district.ListForm("Фамилия\tИмя\tДата рождения\tКто платит?\tНазвание работодателя\tРост, см\nСтолбцова\tАнна\t17.05.1990\tработодатель\tЗавод\t170\nПустая\tАнна\t17.05.1990\t\t\t\nЛишняя\tАнна\t17.05.1990\tЯ сам\tЗавод\t");
        var check = await district.PostListAsync(opening, form, "Check");
        var rows = check.Document.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("3|Пустая Анна|Кто платит?|", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("4|Лишняя Анна|Название работодателя|", rows[1], StringComparison.Ordinal);
        await district.PostListAsync(opening, form, "");
        var one = Assert.Single(await district.AllAsync(opening));
        Assert.Equal(["employer", "Завод", "170"], one.ReadAnswers().Select(a => a.Values[0]));

        var body = new { @for = opening, key = $"{Guid.NewGuid()}", organisation = "ТОО «Прибой»", contact = "Абаева Сауле", email = "kadry@example.org", consent = true, people = new[] { new { familyName = "Программная", givenName = "Анна", bornOn = "1990-01-02", answers = (object)new { payer = "self" } }, new { familyName = "Молчаливая", givenName = "Анна", bornOn = "1990-01-02", answers = (object)new { } } } };
        var sent = (await (await http.PostAsJsonAsync($"{Api}/lists", body)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(("1", "2"), ($"{sent["done"]}", $"{sent["refused"]![0]!["row"]}"));
    }

    [Fact]
    public async Task What_holds_for_all_of_a_kind_holds_until_one_has_a_form_of_its_own()
    {
        await using var own = new District();
        await own.InitializeAsync();
        var (first, second) = (await own.RecruitAsync("Общая"), await own.RecruitAsync("Своя"));
        var http = await own.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        await PutAsync(http, "programme", new { fields = new[] { Payer } });
        await SayAsync(http, second, Height);
        async Task<string> AskedAsync(Guid of) => string.Join(',', (await own.Visitor().Http.GetFromJsonAsync<JsonNode>($"{Api}/questions/{of}"))!["questions"]!.AsArray().Select(q => $"{q!["name"]}"));
        Assert.Equal(("payer", "height"), (await AskedAsync(first), await AskedAsync(second)));
        using var forget = new HttpRequestMessage(HttpMethod.Delete, $"{Api}/forms/{second}");
        forget.Headers.TryAddWithoutValidation("If-Match", (await http.GetAsync($"{Api}/forms/{second}")).Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(forget)).StatusCode);
        Assert.Equal("payer", await AskedAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Api}/forms/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await http.PutAsJsonAsync($"{Api}/forms/{second}", new { fields = Array.Empty<object>() })).StatusCode);
    }

    [Fact]
    public async Task A_recipe_writes_forms_and_its_applications_answer_them_by_the_same_rules()
    {
        var opening = await district.RecruitAsync("Рецепт");
        using var folder = new Folder();
        folder.Write("forms.recipe.json", """
            { "steps": [ { "name": "ApplicationForms", "Forms": [ { "For": "Group of Рецепт", "Fields": [ { "Name": "height", "Kind": "Number", "Label": "Рост", "IsRequired": true } ] } ] },
              { "name": "Applications", "Applications": [ { "For": "Group of Рецепт", "FamilyName": "Рецептова", "GivenName": "Анна", "BornOn": "1990-05-17", "Phone": "+7 700 000 00 00", "Consent": "Да", "Answers": { "height": 170 } } ] } ] }
            """);
        folder.Write("wrong.recipe.json", """
            { "steps": [ { "name": "Applications", "Applications": [ { "For": "Group of Рецепт", "FamilyName": "Неверова", "GivenName": "Анна", "BornOn": "1990-05-17", "Phone": "+7 700 000 00 00", "Consent": "Да", "Answers": { "height": "высокая" } } ] } ] }
            """);
        var terminal = new Terminal(district);
        await terminal.DoAsync("recipes", "run", folder.At("forms.recipe.json"), "--tenant", "centre");
        Assert.Equal("170", Assert.Single(await district.AllAsync(opening)).ReadAnswers()[0].Values[0]);
        var wrong = await terminal.RunAsync("recipes", "run", folder.At("wrong.recipe.json"), "--tenant", "centre");
        Assert.NotEqual(0, wrong.Code);
        Assert.Contains("Answers.height", wrong.Output + wrong.Error, StringComparison.Ordinal);
        Assert.Single(await district.AllAsync(opening));
    }

    [Fact]
    public async Task A_form_costs_no_statement_once_it_is_known()
    {
        var opening = await district.RecruitAsync("Цена формы");
        Task<int> CostAsync() => district.CostAsync(() => district.Visitor().OpenAsync($"{Centre}/apply/{opening}"));
        var without = await CostAsync();
        await SayAsync(await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), opening, [.. Enumerable.Range(0, AskedForm.MostFields).Select(n => (object)new { name = $"q{n}", kind = "Text", label = new { ru = $"Вопрос {n}" } })]);
        Assert.Equal(without, await CostAsync());
        Assert.Equal(1, await district.InDbAsync("centre", db => db.Set<ApplicationForm>().CountAsync(f => f.Of == $"{opening}")));
    }

    // As a browser sends the editor's form, with what stands there for proof.
    private static async Task<Answer> PostAsync(Visitor clerk, string editor, Dictionary<string, string> fields)
    {
        var token = (await clerk.OpenAsync(editor.Split('?')[0])).Document.QuerySelector("main form:has([name='Form.Version']) [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await clerk.PostAsync(editor, [.. fields, new("__RequestVerificationToken", token)]);
    }

    private static async Task SayAsync(HttpClient http, Guid opening, params object[] fields) => Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, $"{opening}", new { fields })).StatusCode);

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, Guid opening, object form) => PutAsync(http, $"{opening}", form);

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string of, object form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/forms/{of}") { Content = JsonContent.Create(form) };
        request.Headers.TryAddWithoutValidation("If-Match", (await http.GetAsync($"{Api}/forms/{of}")).Headers.ETag!.ToString());
        return await http.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, Guid opening, string family, object answers)
    {
        var text = answers is JsonText raw ? raw.Text : System.Text.Json.JsonSerializer.Serialize(answers);
        var body = $$"""{ "for": "{{opening}}", "key": "{{Guid.NewGuid()}}", "familyName": "{{family}}", "givenName": "Анна", "bornOn": "1990-05-17", "phone": "+7 700 000 00 00", "consent": true, "answers": {{text}} }""";
        return http.PostAsync(Api, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
    }

    private sealed record JsonText(string Text);
}
