using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Content.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Content types as programs describe them: the screens use the same command.</summary>
public sealed class TypeDeskTests(District district) : IClassFixture<District>
{
    private const string Types = "/school-1/api/v1/content/types";

    [Fact]
    public async Task A_type_gets_its_names_from_its_titles_and_they_stay()
    {
        var program = await district.AdminProgramAsync();
        var (made, tag) = await MakeAsync(program, Type("Открытый урок", Field("Класс"), Field("Класс обучения"), Field("5 минут", "NumericField")));
        Assert.Equal("OtkrytyiUrok", made.Text("name"));
        Assert.Equal(["Klass", "KlassObucheniia", "Field5Minut"], Names(made));

        var renamed = Type("Мастер-класс", [.. Fields(made)]);
        renamed["fields"]![0]!["title"] = "Параллель";
        var (said, _) = await SayAsync(program, "OtkrytyiUrok", renamed, tag);
        Assert.Equal(("OtkrytyiUrok", "Мастер-класс"), (said.Text("name"), said.Text("title")));
        Assert.Equal(["Klass", "KlassObucheniia", "Field5Minut"], Names(said));
    }

    [Theory]
    [InlineData("title", "", "title", HttpStatusCode.BadRequest)]
    [InlineData("title", "News", "There is a kind called", HttpStatusCode.UnprocessableEntity)]
    [InlineData("folder", "api", "taken by a page of the system", HttpStatusCode.UnprocessableEntity)]
    [InlineData("folder", "kk", "taken by a page of the system", HttpStatusCode.UnprocessableEntity)]
    [InlineData("folder", "a/b", "can't be the address of a list", HttpStatusCode.UnprocessableEntity)]
    [InlineData("folder", "documents", "that of the list of", HttpStatusCode.UnprocessableEntity)]
    public async Task What_a_type_can_not_be_is_said(string property, string value, string sentence, HttpStatusCode status)
    {
        var type = Type($"Отказ {Guid.NewGuid():N}");
        type[property] = value;
        await RefusedAsync(type, sentence, status);
    }

    [Fact]
    public async Task Fields_are_at_most_fifty_each_with_a_title_of_its_own_and_a_kind_that_is_there()
    {
        await RefusedAsync(Type("Много", [.. Enumerable.Range(1, 51).Select(n => Field($"Поле {n}"))]), "at most 50 fields");
        await RefusedAsync(Type("Дважды", Field("Адрес"), Field("адрес")), "There are two fields");
        await RefusedAsync(Type("Без вида", Field("Поле", "NoSuchField")), "There is no kind of field");
        var number = Field("Число", "NumericField");
        number["options"] = new JsonObject { ["Minimum"] = 5, ["Maximum"] = 1 };
        await RefusedAsync(Type("Наоборот", number), "The least is larger");
        var named = Field("Поле");
        named["name"] = "Nobody";
        await RefusedAsync(Type("Назван", named), "There is no field 'Nobody'");
    }

    [Fact]
    public async Task What_is_not_known_here_is_kept_when_a_type_is_changed()
    {
        await district.InDbAsync("school-1", async db =>
        {
            var (type, part) = (new ContentType { Name = "Foreign", DisplayName = "Foreign" }, new ContentPart { Name = "Foreign" });
            type.Describe("Foreign", """{"Settings":{"ContentTypeSettings":{"Stereotype":"Widget","Creatable":true},"FullTextAspectSettings":{"IncludeBodyAspect":false}},"ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart","Settings":{"TitlePartSettings":{"Options":2}}},{"PartName":"BagPart","Name":"Services","Settings":{"BagPartSettings":{"ContainedContentTypes":["Card"]}}},{"PartName":"Foreign","Name":"Foreign"}]}""");
            part.Describe("""{"Settings":{"ContentPartSettings":{"Reusable":true}},"ContentPartFieldDefinitionRecords":[{"FieldName":"HtmlField","Name":"Body","Settings":{"ContentPartFieldSettings":{"Editor":"Wysiwyg"},"HtmlFieldSettings":{"SanitizeHtml":false}}},{"FieldName":"AbsentField","Name":"Absent"}]}""");
            db.AddRange(type, part);
            return await db.SaveChangesAsync();
        });
        var program = await district.AdminProgramAsync();
        var (before, tag) = await ReadAsync(program, "Foreign");
        before["title"] = "Чужое";
        await SayAsync(program, "Foreign", Body(before), tag);

        var (type, part) = await district.InDbAsync("school-1", async db => (await db.ContentTypes.SingleAsync(t => t.Name == "Foreign"), await db.ContentParts.SingleAsync(p => p.Name == "Foreign")));
        foreach (var kept in new[] { "\"Stereotype\":\"Widget\"", "\"FullTextAspectSettings\":{\"IncludeBodyAspect\":false}", "\"TitlePartSettings\":{\"Options\":2}", "\"ContainedContentTypes\":[\"Card\"]" })
            Assert.Contains(kept, type.Definition, StringComparison.Ordinal);
        foreach (var kept in new[] { "\"Reusable\":true", "\"Editor\":\"Wysiwyg\"", "\"SanitizeHtml\":false", "\"FieldName\":\"AbsentField\"" })
            Assert.Contains(kept, part.Definition, StringComparison.Ordinal);
        Assert.Equal("Чужое", type.DisplayName);
    }

    [Fact]
    public async Task A_removed_field_loses_no_value_and_comes_back_with_it()
    {
        var program = await district.AdminProgramAsync();
        var (type, tag) = await MakeAsync(program, Type("Кружок", Field("Возраст"), Field("Кабинет")));
        var author = await district.SignInAsync("admin");
        const string New = "/school-1/Admin/Content/Edit?type=Kruzhok";
        var sent = await author.SubmitAsync(New, new() { ["Item.TitlePart.Title"] = "Шахматы", ["Item.Kruzhok.Vozrast.Text"] = "с 7 лет", ["Item.Kruzhok.Kabinet.Text"] = "12" });
        Assert.True(sent.IsRedirect, sent.Errors);
        var page = sent.Location!.ToString();

        (type, tag) = await SayAsync(program, "Kruzhok", Type("Кружок", Fields(type).Last()), tag);
        Assert.Equal("Vozrast", Assert.Single(type["removedFields"]!.AsArray())!["name"]!.ToString());
        Assert.DoesNotContain("с 7 лет", await author.ReadAsync(page), StringComparison.Ordinal);
        Assert.True((await author.SubmitAsync(page, new() { ["Item.Kruzhok.Kabinet.Text"] = "13" })).IsRedirect);      // writing goes on without it

        var (other, otherTag) = await SayAsync(program, "Kruzhok", Type("Кружок", [.. Fields(type), Field("Возраст", "NumericField")]), tag);
        Assert.Equal(["Kabinet", "Vozrast2"], Names(other));       // a number couldn't be read from that text

        (type, _) = await SayAsync(program, "Kruzhok", Type("Кружок", [Fields(other).First(), Field("Возраст")]), otherTag);
        Assert.Equal(["Kabinet", "Vozrast"], Names(type));
        var form = await author.ReadAsync(page);
        Assert.Contains("value=\"с 7 лет\"", WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.Contains("value=\"13\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_has_something_written_keeps_its_kinds_and_is_not_deleted()
    {
        var program = await district.AdminProgramAsync();
        var (type, tag) = await MakeAsync(program, Type("Конкурс", Field("Срок")));
        var author = await district.SignInAsync("admin");
        var sent = await author.SubmitAsync("/school-1/Admin/Content/Edit?type=Konkurs", new() { ["Item.TitlePart.Title"] = "Чтецы", ["Item.Konkurs.Srok.Text"] = "май" });
        var page = sent.Location!.ToString();

        var changed = Type("Конкурс", [.. Fields(type)]);
        changed["fields"]![0]!["kind"] = "NumericField";
        await RefusedAsync(changed, "couldn't be read any more", to: $"{Types}/Konkurs", tag: tag);
        changed["fields"]![0]!["kind"] = "TextField";
        changed["fields"]![0]!["editor"] = "TextArea";
        (type, tag) = await SayAsync(program, "Konkurs", changed, tag);

        Assert.True((await author.PostAsync($"{page}?handler=Delete", await People.RulesTests.Filled(author, page))).IsRedirect);       // into the bin
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DeleteAsync(program, "Konkurs", tag)).StatusCode);
        await district.InDbAsync("school-1", async db =>
        {
            db.RemoveRange(await db.ContentItems.Where(i => i.ContentType == "Konkurs").ToListAsync());
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(program, "Konkurs", tag)).StatusCode);
        Assert.False(await district.InDbAsync("school-1", db => db.ContentParts.AnyAsync(p => p.Name == "Konkurs")));
    }

    [Fact]
    public async Task What_pages_of_the_system_show_is_not_deleted_and_the_list_of_news_stays_where_it_is()
    {
        var program = await district.AdminProgramAsync();
        foreach (var name in new[] { "Page", "News", "news" }) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DeleteAsync(program, name, "*")).StatusCode);
        var (news, tag) = await ReadAsync(program, "News");
        news["folder"] = "novosti";
        await RefusedAsync(Body(news), "its address stays", to: $"{Types}/News", tag: tag);
    }

    [Fact]
    public async Task Who_is_late_does_not_write_over_somebody_elses_change()
    {
        var program = await district.AdminProgramAsync();
        var (type, tag) = await MakeAsync(program, Type("Поздно", Field("Первое")));
        var (_, newer) = await SayAsync(program, "Pozdno", Type("Поздно", [.. Fields(type), Field("Второе")]), tag);
        Assert.NotEqual(tag, newer);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(program, HttpMethod.Put, $"{Types}/Pozdno", Type("Поздно"), tag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await SendAsync(program, HttpMethod.Put, $"{Types}/Pozdno", Type("Поздно"), null)).StatusCode);
        Assert.True(await district.InDbAsync("school-1", db => db.ContentTypes.AnyAsync(t => t.Name == "Pozdno" && t.Version > 2)));

        var admin = await district.SignInAsync("admin");
        var late = await admin.SubmitAsync("/school-1/Admin/Content/Types/Edit/Pozdno", new() { ["Form.Version"] = tag.Trim('"'), ["Form.Title"] = "Поздно, но набрано" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Поздно, но набрано", WebUtility.HtmlDecode(late.Text), StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync(program, "Pozdno")).Type["fields"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_type_of_one_school_is_nothing_to_another()
    {
        var program = await district.AdminProgramAsync();
        await MakeAsync(program, Type("Только здесь"));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/school-2/api/v1/content/types/TolkoZdes")).StatusCode);
        Assert.DoesNotContain("TolkoZdes", await program.GetStringAsync("/school-2/api/v1/content/types"), StringComparison.Ordinal);
        Assert.False(await district.InDbAsync("school-2", db => db.ContentTypes.AnyAsync(t => t.Name == "TolkoZdes")));
    }

    [Fact]
    public async Task Only_those_who_may_describe_types_do()
    {
        foreach (var (role, status) in new[] { (DeliveredRoles.Methodologist, HttpStatusCode.OK), (DeliveredRoles.Head, HttpStatusCode.Forbidden), (DeliveredRoles.Teacher, HttpStatusCode.Forbidden) })
            Assert.Equal(status, (await (await district.ProgramAsync("school-1", role)).GetAsync(Types)).StatusCode);
    }

    [Fact]
    public async Task The_list_takes_as_many_statements_however_much_is_written()
    {
        var admin = await district.SignInAsync("admin");
        var few = await StatementsAsync(admin);
        await district.InDbAsync("school-1", db =>
        {
            for (var i = 0; i < 40; i++) db.Add(new ContentItem { ContentItemId = $"{i:d26}", ContentType = "Page", Culture = "ru", LocalizationSet = $"{i:d26}", CreatedAt = DateTime.UnixEpoch });
            for (var i = 0; i < 5; i++) db.Add(new ContentType { Name = $"Many{i}", DisplayName = $"Many {i}" });
            return db.SaveChangesAsync();
        });
        Assert.Equal(few, await StatementsAsync(admin));
    }

    private async Task<int> StatementsAsync(Visitor admin)
    {
        await admin.OpenAsync("/school-1/Admin/Content/Types");
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/school-1/Admin/Content/Types"));
        return district.Statements.Seen.Count;
    }

    private async Task RefusedAsync(JsonObject type, string sentence, HttpStatusCode status = HttpStatusCode.UnprocessableEntity, string to = Types, string? tag = null)
    {
        var program = await district.AdminProgramAsync();
        program.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answer = await SendAsync(program, tag is null ? HttpMethod.Post : HttpMethod.Put, to.Replace("/school-1/", "/school-1/en/", StringComparison.Ordinal), type, tag);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status && (JsonNode.Parse(said)?.ToJsonString(Integral.Platform.Data.Json.Options) ?? "").Replace("\\u0027", "'", StringComparison.Ordinal).Contains(sentence, StringComparison.Ordinal), $"{answer.StatusCode}: {said}");
    }

    private static async Task<(JsonObject Type, string Tag)> MakeAsync(HttpClient program, JsonObject type) => await AnswerAsync(await SendAsync(program, HttpMethod.Post, Types, type, null));
    private static async Task<(JsonObject Type, string Tag)> SayAsync(HttpClient program, string name, JsonObject type, string tag) => await AnswerAsync(await SendAsync(program, HttpMethod.Put, $"{Types}/{name}", type, tag));
    private static async Task<(JsonObject Type, string Tag)> ReadAsync(HttpClient program, string name) => await AnswerAsync(await program.GetAsync($"{Types}/{name}"));
    private static Task<HttpResponseMessage> DeleteAsync(HttpClient program, string name, string tag) => SendAsync(program, HttpMethod.Delete, $"{Types}/{name}", null, tag);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, HttpMethod method, string to, JsonObject? body, string? tag)
    {
        using var request = new HttpRequestMessage(method, to) { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await program.SendAsync(request);
    }

    private static async Task<(JsonObject, string)> AnswerAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        return (JsonNode.Parse(text)!.AsObject(), answer.Headers.ETag!.Tag);
    }

    private static JsonObject Type(string title, params JsonObject[] fields) => new() { ["title"] = title, ["parts"] = new JsonArray("MarkdownBodyPart", "AutoroutePart"), ["fields"] = new JsonArray([.. fields]) };
    private static JsonObject Field(string title, string kind = "TextField") => new() { ["title"] = title, ["kind"] = kind };
    private static IEnumerable<JsonObject> Fields(JsonObject type) => type["fields"]!.AsArray().Select(f => f!.DeepClone().AsObject());
    private static IEnumerable<string> Names(JsonObject type) => type["fields"]!.AsArray().Select(f => $"{f!["name"]}");

    // What was read, as it can be sent back.
    private static JsonObject Body(JsonObject answer) => new(new[] { "title", "description", "folder", "listTitle", "isCreatable", "parts", "fields" }.Select(p => KeyValuePair.Create(p, answer[p]?.DeepClone())));
}

internal static class JsonText
{
    public static string Text(this JsonObject of, string name) => $"{of[name]}";
}
