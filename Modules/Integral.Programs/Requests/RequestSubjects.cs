using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Platform.Sheets;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>Requests for programmes as what cases are about.</summary>
internal sealed class RequestSubjects(Texts texts) : CaseSubjects
{
    /// <summary>For which a workflow waits where something was asked.</summary>
    public const string Answered = "RequesterAnswered";

    public override string Kind => ProgrammeRequest.Kind;
    public override IReadOnlyList<SaidWord> Facts => [new("people", T.Say("How many are to learn")), new("category", T.Say("Category of learners")), new("form", T.Say("How one learns: InPerson, Remote or Mixed"))];
    public override IReadOnlyList<SaidWord> Signals => [new(Answered, T.Say("The organisation answers"))];

    public override async Task<JsonObject> FactsAsync(Db db, Guid id)
    {
        var request = await db.ProgrammeRequests.AsNoTracking().SingleAsync(r => r.Id == id);
        return new() { ["people"] = request.People, ["category"] = request.Category, ["form"] = $"{request.Form}" };
    }

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var one = await db.ProgrammeRequests.AsNoTracking().Include(r => r.History).SingleAsync(r => r.Id == id);
        return new($"/Admin/ProgrammeRequests/Show/{id}", ProgramsModule.Manage,
        [
            new(T.Say("What the programme is to be about"), one.Title), new(T.Say("Organisation"), one.Organisation), new(T.Say("Who asks"), one.Requester), new(T.Say("What the programme is for"), one.Purpose), new(T.Say("What one can do afterwards"), one.Skills),
            new(T.Say("Category of learners"), one.Category.Length > 0 ? one.Category : texts["Everybody"]), new(T.Say("How many are to learn"), one.People.ToString(CultureInfo.CurrentCulture)), new(T.Say("How one learns"), texts.Say(one.Form.Word())),
            new(T.Say("Which days would suit"), Days(one)), new(T.Say("What else is to be known"), one.Remarks), .. one.History.Where(e => e.Status is null).OrderBy(e => e.Id).Select(e => new SubjectFact(T.Say("The organisation answered"), e.Text)),
        ]);
    }

    /// <summary>Empty where they weren't said.</summary>
    public static string Days(ProgrammeRequest one) => one.FromOn is null && one.UntilOn is null ? "" : $"{one.FromOn?.ToString("d", CultureInfo.CurrentCulture)} – {one.UntilOn?.ToString("d", CultureInfo.CurrentCulture)}";
}
