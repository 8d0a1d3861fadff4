using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Integral.Workflows.Data;
using Integral.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>The page on which workflows are changed.</summary>
public sealed class EditorTests(District district) : IClassFixture<District>
{
    private const string Condition = """{ "Condition": { "All": [ { "Field": "person.age", "Is": "Less", "Value": 18 }, { "Field": "culture", "Is": "Equal", "Value": "kk" } ] }, "Foreign": { "Kept": true } }""";

    [Fact]
    public async Task What_is_saved_untouched_is_no_new_version_in_any_language()
    {
        var (admin, id) = (await AdminAsync(), await DeliveredAsync());
        var fields = await FieldsAsync(admin, id);
        Assert.Contains(fields, f => f.Value == "Рассмотреть заявку");
        Assert.True((await admin.PostAsync(Url(id), fields)).IsRedirect);
        Assert.Equal(1, await NumberAsync(id));

        var own = await MakeAsync(Definition([Step("start", Start, isStart: true), Step("if", "IfElseTask", Condition), Step("wait", "TimerEvent", """{ "Days": "2" }"""), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse")],
            "start=Done>if", "if=True>check", "if=False>wait", "wait=Done>check", "check=Refuse>if"));
        Assert.True((await admin.PostAsync(Url(own), await FieldsAsync(admin, own))).IsRedirect);
        Assert.Equal(1, await NumberAsync(own));
    }

    [Fact]
    public async Task A_change_is_a_new_version_that_keeps_what_no_form_shows()
    {
        var admin = await AdminAsync();
        var id = await MakeAsync(Definition([Step("start", Start, isStart: true), Step("if", "IfElseTask", Condition), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse")], "start=Done>if", "if=True>check", "if=False>check", "check=Refuse>if"));
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Steps[2].Title", "Look closely");
        Set(fields, "Form.Steps[2].Settings.Actions", "Agree\nRefuse\nAsk");
        Set(fields, "Form.Steps[2].Settings.DueDays", "3");
        Set(fields, "Form.Steps[1].Settings.Condition[0].Value", "21");
        fields.Add(new("Form.Steps[2].Settings.NeedsReason", "Accept"));
        var drawn = await admin.PostAsync(Url(id) + "?handler=Look&key=2", fields);
        var again = Fields(drawn.Document);
        Assert.Contains(again, f => f is { Key: "Form.Steps[2].Ways[0].Outcome", Value: "Agree" });
        Assert.Contains(again, f => f is { Key: "Form.Steps[2].Ways[0].To", Value: "/" });        // it led to the end under its former name
        Assert.Contains(again, f => f is { Key: "Form.Steps[2].Ways[2].To", Value: "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(Url(id), again)).Status);
        Set(again, "Form.Steps[2].Ways[2].To", "if");
        Assert.True((await admin.PostAsync(Url(id), again)).IsRedirect);

        var said = await SaidAsync(id, 2);
        var check = said["Activities"]![2]!["Properties"]!;
        Assert.Equal(("Look closely", 3, "Agree"), ($"{check["ActivityMetadata"]!["Title"]}", (int)check["DueDays"]!, $"{check["NeedsReason"]![0]}"));
        var condition = said["Activities"]![1]!["Properties"]!;
        Assert.Equal(("21", true), ($"{condition["Condition"]!["All"]![0]!["Value"]}", (bool)condition["Foreign"]!["Kept"]!));
        Assert.Contains(Graph.Read(said).Transitions, t => t is { From: "check", Outcome: "Ask", To: "if" });
        Assert.DoesNotContain("Look closely", (await SaidAsync(id, 1)).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "18,5", "18.5")]
    [InlineData("1", "ru,kk", "ru,kk")]
    public async Task More_and_less_understand_a_decimal_comma(string row, string typed, string kept)
    {
        var admin = await AdminAsync();
        var id = await MakeAsync(Definition([Step("start", Start, isStart: true), Step("if", "IfElseTask", Condition), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse")], "start=Done>if", "if=True>check", "if=False>check"));
        var fields = await FieldsAsync(admin, id);
        Set(fields, $"Form.Steps[1].Settings.Condition[{row}].Value", typed);
        Assert.True((await admin.PostAsync(Url(id), fields)).IsRedirect);
        Assert.Equal(kept, $"{(await SaidAsync(id, 2))["Activities"]![1]!["Properties"]!["Condition"]!["All"]![int.Parse(row, CultureInfo.InvariantCulture)]!["Value"]}");
    }

    [Fact]
    public async Task A_workflow_is_written_from_nothing_step_by_step()
    {
        var admin = await AdminAsync();
        var fields = Fields((await admin.OpenAsync("/centre/Admin/Workflows/Edit")).Document);
        Set(fields, "Form.Name", "Written here");
        Set(fields, "Form.IsEnabled", "false");
        Set(fields, "Form.Kind", "UserTaskEvent");
        Set(fields, "Form.Steps[0].Kind", Start);
        var added = Fields((await admin.PostAsync("/centre/Admin/Workflows/Edit?handler=Add", fields)).Document);
        Set(added, "Form.Steps[0].Ways[0].To", "step2");
        Set(added, "Form.Steps[1].Title", "Decide");
        Set(added, "Form.Steps[1].Settings.Actions", "Accept");
        added.Add(new("Form.Steps[1].Settings.Roles", DeliveredRoles.CentreStaff));
        var looked = Fields((await admin.PostAsync("/centre/Admin/Workflows/Edit?handler=Look&key=1", added)).Document);
        Set(looked, "Form.Steps[1].Ways[0].To", "/");
        var saved = await admin.PostAsync("/centre/Admin/Workflows/Edit", looked);
        Assert.True(saved.IsRedirect, saved.Errors);
        var kept = await district.InDbAsync(Centre, db => db.WorkflowTypes.SingleAsync(t => t.Name == "Written here"));
        Assert.Equal(("written-here", "ApplicationSubmittedEvent", 1, false), (kept.WorkflowTypeId, kept.Start, kept.Number, kept.IsEnabled));
        Assert.Equal("Приходит заявка", $"{(await SaidAsync(kept.Id, 1))["Activities"]![0]!["Properties"]!["ActivityMetadata"]!["Title"]}");
        Assert.NotEmpty(await district.InDbAsync(Centre, db => db.Stages.Where(s => s.TypeId == kept.Id && s.Title == "Decide").ToListAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_named_drawn_and_nothing_typed_is_lost()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync());
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Name", "Still typed");
        fields.RemoveAll(f => f.Key == "Form.Steps[1].Settings.Roles");
        var refused = await admin.PostAsync(Url(id), fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("check", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(Fields(refused.Document), f => f is { Key: "Form.Name", Value: "Still typed" });
        Assert.Equal("check", refused.Document.QuerySelector("#flow-preview .diagram-step.is-wrong tspan")?.TextContent);
        Assert.Equal(1, await NumberAsync(id));

        Set(fields, "Form.Name", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync(Url(id), fields)).Status);
    }

    [Fact]
    public async Task A_step_that_is_removed_leaves_ways_that_have_to_be_said_anew()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync());
        var removed = await admin.PostAsync(Url(id) + "?handler=Remove&key=1", await FieldsAsync(admin, id));
        Assert.Contains(Fields(removed.Document), f => f is { Key: "Form.Steps[0].Ways[0].To", Value: "" });
        Assert.Equal(2, Fields((await admin.PostAsync(Url(id) + "?handler=Remove&key=0", await FieldsAsync(admin, id))).Document).Count(f => f.Key.EndsWith("].Id", StringComparison.Ordinal)));        // the start stays
        var moved = Fields((await admin.PostAsync(Url(id) + "?handler=Up&key=1", await FieldsAsync(admin, id))).Document);
        Assert.Contains(moved, f => f is { Key: "Form.Steps[0].Id", Value: "check" });
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_keeps_what_they_typed_and_may_save_over_it()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync());
        var (mine, theirs) = (await FieldsAsync(admin, id), await FieldsAsync(admin, id));
        Set(theirs, "Form.Steps[1].Title", "Theirs");
        Assert.True((await admin.PostAsync(Url(id), theirs)).IsRedirect);
        Set(mine, "Form.Steps[1].Title", "Mine");
        var refused = await admin.PostAsync(Url(id), mine);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Fields(refused.Document), f => f is { Key: "Form.Steps[1].Title", Value: "Mine" });
        Assert.Equal(2, await NumberAsync(id));
        Assert.True((await admin.PostAsync(Url(id), Fields(refused.Document))).IsRedirect);
        Assert.Contains("Mine", (await SaidAsync(id, 3)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_is_shown_and_begun_from()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync());
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Steps[1].Title", "Second");
        await admin.PostAsync(Url(id), fields);
        var old = (await admin.OpenAsync($"/centre/Admin/Workflows/Show/{id}?number=1")).Document;
        Assert.DoesNotContain("Second", old.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Second", (await admin.OpenAsync($"/centre/Admin/Workflows/Show/{id}")).Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync($"/centre/Admin/Workflows/Show/{id}?number=9"));
        var begun = await admin.PostAsync(Url(id), Fields((await admin.OpenAsync($"{Url(id)}?number=1")).Document));
        Assert.True(begun.IsRedirect, $"{begun.Status} {begun.Errors}");
        Assert.Equal(3, await NumberAsync(id));
        Assert.True(JsonNode.DeepEquals((await SaidAsync(id, 1))["Activities"], (await SaidAsync(id, 3))["Activities"]));
    }

    [Fact]
    public async Task A_try_out_walks_with_what_is_typed_and_keeps_nothing()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync());
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Steps[1].Title", "Only typed");
        var begun = await admin.PostAsync(Url(id) + "?handler=Try&pick=again", fields);
        Assert.Contains("Only typed", begun.Document.QuerySelector("#try-out ol")!.TextContent, StringComparison.Ordinal);
        var ended = await admin.PostAsync(Url(id) + "?handler=Try&pick=0.0", Fields(begun.Document));
        Assert.Contains(Fields(ended.Document), f => f is { Key: "Form.Picks", Value: "0.0" });
        Assert.NotNull(ended.Document.QuerySelector("#try-out .tone-good"));
        Assert.Contains(Fields((await admin.PostAsync(Url(id) + "?handler=Try&pick=back", Fields(ended.Document))).Document), f => f is { Key: "Form.Picks", Value: "" });
        Assert.Equal(1, await NumberAsync(id));
    }

    [Fact]
    public async Task The_same_words_twice_are_one_decision()
    {
        var (admin, id) = (await AdminAsync(), await MakeAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse")], "start=Done>check")));
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Steps[1].Settings.Actions", "Agree\nAgree");
        var drawn = await admin.PostAsync(Url(id) + "?handler=Look&key=1", fields);
        Assert.Equal(HttpStatusCode.OK, drawn.Status);
        Assert.Single(Fields(drawn.Document), f => f is { Key: "Form.Steps[1].Ways[0].Outcome" or "Form.Steps[1].Ways[1].Outcome" });
    }

    [Fact]
    public async Task Questions_are_written_line_by_line_and_conditions_can_ask_about_the_answers()
    {
        var (admin, expert) = (await AdminAsync(), (await district.AccountAsync("expert")).Id);
        var id = await MakeAsync(Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept", "Refuse"), Step("if", "IfElseTask", Condition)], "start=Done>check", "check=Accept>if"));
        var fields = await FieldsAsync(admin, id);
        Set(fields, "Form.Steps[1].Settings.Form[0].Label", "Сколько часов?");
        Set(fields, "Form.Steps[1].Settings.Form[0].Kind", "Number");
        fields.Add(new("Form.Steps[1].Settings.Form[0].RequiredFor", "Accept"));
        fields.Add(new("Form.Steps[1].Settings.People", $"{expert}"));
        var drawn = (await admin.PostAsync(Url(id) + "?handler=Look&key=1", fields)).Document;
        Assert.Contains(drawn.QuerySelectorAll("select[name='Form.Steps[2].Settings.Condition[0].Field'] option"), o => o.GetAttribute("value") == "form.skolko_chasov");
        Assert.True((await admin.PostAsync(Url(id), Fields(drawn))).IsRedirect);
        var said = (await SaidAsync(id, 2))["Activities"]![1]!["Properties"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[ { "Name": "skolko_chasov", "Label": "Сколько часов?", "Kind": "Number", "RequiredFor": ["Accept"] } ]"""), said["Form"]), $"{said}");
        Assert.Equal([$"{expert}"], Node.Texts(said.AsObject(), "People"));

        Assert.True((await admin.PostAsync(Url(id), await FieldsAsync(admin, id))).IsRedirect);
        Assert.Equal(2, await NumberAsync(id));     // untouched it is no new version

        var renamed = await FieldsAsync(admin, id);
        Set(renamed, "Form.Steps[1].Settings.Actions", "Agree\nRefuse");
        Assert.True((await admin.PostAsync(Url(id), renamed)).IsRedirect);
        Assert.Equal(["Agree"], Node.Texts((await SaidAsync(id, 3))["Activities"]![1]!["Properties"]!["Form"]![0]!.AsObject(), "RequiredFor"));
    }

    [Fact]
    public async Task Who_may_only_look_finds_no_editor()
    {
        var (clerk, id) = (await district.EnterAsync(await district.AddAsync("clerk", Centre, DeliveredRoles.CentreStaff), "/centre"), await DeliveredAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.StatusAsync(Url(id)));
        Assert.Null((await clerk.OpenAsync($"/centre/Admin/Workflows/Show/{id}")).Document.QuerySelector("a[href*='Workflows/Edit']"));
    }

    private static string Url(Guid id) => $"/centre/Admin/Workflows/Edit/{id}";

    private async Task<Visitor> AdminAsync() => await district.EnterAsync(await district.AddAsync($"editor-{Guid.NewGuid():N}", Centre, DeliveredRoles.Head), "/centre");

    private Task<Guid> DeliveredAsync() => district.InDbAsync(Centre, db => db.WorkflowTypes.Where(t => t.WorkflowTypeId == "programme-applications").Select(t => t.Id).SingleAsync());
    private Task<int> NumberAsync(Guid id) => district.InDbAsync(Centre, db => db.WorkflowTypes.Where(t => t.Id == id).Select(t => t.Number).SingleAsync());

    private async Task<JsonObject> SaidAsync(Guid id, int number) =>
        JsonNode.Parse(await district.InDbAsync(Centre, db => db.WorkflowVersions.Where(v => v.TypeId == id && v.Number == number).Select(v => v.Definition).SingleAsync()))!.AsObject();

    private Task<Guid> MakeAsync(JsonObject? definition = null) => district.InDbAsync(Centre, async db =>
    {
        definition ??= Definition([Step("start", Start, isStart: true), Decision("check", DeliveredRoles.CentreStaff, "Accept")], "start=Done>check");
        var type = new WorkflowType { WorkflowTypeId = $"{Guid.NewGuid():N}" };
        db.AddRange(type, type.Say("Made", Start, false, definition.ToJsonString(), "", DateTime.UnixEpoch));
        await db.SaveChangesAsync();
        return type.Id;
    });

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(Visitor visitor, Guid id) => Fields((await visitor.OpenAsync(Url(id))).Document);

    /// <summary>What a browser would send of the editor's form, several of one name among it.</summary>
    private static List<KeyValuePair<string, string>> Fields(IHtmlDocument page) =>
        [.. page.QuerySelector("#flow-form form")!.QuerySelectorAll("input[name], select[name], textarea[name]").SelectMany(field => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement input => [new(input.Name!, input.Value)],
            IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(select.Name!, o.Value)),
            IHtmlTextAreaElement area => [new(area.Name!, area.Value)],
            _ => Enumerable.Empty<KeyValuePair<string, string>>(),
        })];

    private static void Set(List<KeyValuePair<string, string>> fields, string name, string value)
    {
        Assert.True(fields.RemoveAll(f => f.Key == name) > 0, $"the form has no {name}");
        fields.Add(new(name, value));
    }
}
