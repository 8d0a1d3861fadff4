using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Platform.Sheets;
using Integral.Programs.Data;
using Integral.Programs.Versions;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Approving;

/// <summary>Programmes that were sent for approval, as what cases are about: each stands for what waits of it, be it a draft of its next version.</summary>
internal sealed class SentProgrammes(Texts texts) : CaseSubjects
{
    public const string OfProgramme = "programme";

    public override string Kind => OfProgramme;

    public override IReadOnlyList<SaidWord> Facts =>
    [
        new("hours", T.Say("Academic hours")), new("category", T.Say("Category of learners")), new("form", T.Say("How one learns: InPerson, Remote or Mixed")), new("published", T.Say("true where visitors see an earlier version")),
    ];

    public override async Task<JsonObject> FactsAsync(Db db, Guid id)
    {
        var (shown, written) = await FindAsync(db, id);
        return new() { ["hours"] = written.Hours, ["category"] = (await VersionBook.ReadAsync(db, written)).Category, ["form"] = $"{written.Form}", ["published"] = shown.IsPublished };
    }

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var (shown, written) = await FindAsync(db, id);
        var category = (await VersionBook.ReadAsync(db, written)).Category;
        List<SubjectFact> facts =
        [
            new(T.Say("Academic hours"), written.Hours.ToString(CultureInfo.CurrentCulture)), new(T.Say("Hours of its modules"), written.ModuleHours.ToString(CultureInfo.CurrentCulture)),
            new(T.Say("How one learns"), texts.Say(written.Form.Word())), new(T.Say("Category of learners"), category.Length > 0 ? category : texts["Everybody"]),
        ];
        if (!written.IsSent) return new($"/Admin/Programmes/Approval/{id}", ProgramsModule.Compose, facts);
        facts.InsertRange(0, [new(T.Say("What was sent"), texts.Say(Approvals.KindOf(written))), new(T.Say("Who sent it"), written.SentBy)]);
        var changes = await VersionBook.ChangesAsync(db, shown, written, texts);
        return new($"/Admin/Programmes/Approval/{id}", ProgramsModule.Compose, facts) { Changes = [.. changes.Select(c => new SubjectChange(c.Name, c.Before, c.After))] };
    }

    // What waits of it; itself where nothing does.
    private static async Task<(Programme Shown, Programme Written)> FindAsync(Db db, Guid id)
    {
        var both = await db.Programmes.AsNoTracking().Include(p => p.Modules).Include(p => p.Competencies).AsSplitQuery().Where(p => p.Id == id || p.DraftOfId == id && p.SentAt != null).ToListAsync();
        var shown = both.Single(p => p.Id == id);
        return (shown, both.Find(p => p.IsSent) ?? shown);
    }
}
