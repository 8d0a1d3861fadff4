using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.Applications.Forms;
using Integral.Applications.Papers;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>
/// Keeps applications that arrived together, in one transaction: as many statements for a hundred as for one. What is wrong with one of them is told to
/// whoever sent it and hinders nobody else.
/// </summary>
internal sealed class Keeping(IWorkflows workflows, KnownOpenings openings, KnownForms knownForms, Consents consents, TimeProvider clock)
{
    public static readonly Sentence NotDecided = T.Say("Applications can't be taken here yet: nobody has said how they are decided.");

    /// <summary>Says of each what became of it, and adds what is new. To be called within a transaction: what it says holds once that is committed.</summary>
    /// <param name="forms">In the order in which they get their numbers.</param>
    public async Task KeepAsync(Db db, IReadOnlyList<SentForm> forms)
    {
        var (there, claimed, found) = (await SentAsync(db, forms), await ClaimedAsync(db, forms), new Dictionary<Guid, Opening?>());
        bool? areDecided = null;
        var papers = new SentPapers(db, forms);
        var fresh = new Dictionary<string, FreshForm>();
        var again = new List<SentForm>();
        foreach (var form in forms)
        {
            try
            {
                if (there.TryGetValue(form.Sent, out var same)) form.Outcome = (Same(same.ForId, same.SearchName, form) ? same : null, null);
                else if (fresh.TryGetValue(form.Sent, out var first) && Same(first.Form.For, first.Form.Said.Who.SearchName, form)) again.Add(form);
                else
                {
                    var opening = form.Opening ?? await KnownAsync(db, found, form.For);
                    if (opening.Closed is { } closed) throw new RuleException(closed);
                    if (form.Fault is { } fault) throw fault;
                    var asked = await AskedAsync(db, form, opening, papers);
                    if (!claimed.Add((form.For, Application.ClaimOf(form.Said.Who)))) throw new RuleException(form.List is null ? Application.IsThere : Application.IsThereByAnother, "FamilyName");
                    Rule.Require(areDecided ??= await workflows.HasStartAsync(db, Activities.Submitted.Kind), NotDecided);
                    fresh.Add(form.Sent, new(form, opening, asked.Answers, asked.Consent, asked.ConsentVersion));
                }
            }
            catch (Exception refused) when (refused is RuleException or NotFoundException) { form.Outcome = (null, refused); }
        }
        await AddAsync(db, [.. fresh.Values]);
        foreach (var form in again) form.Outcome = fresh[form.Sent].Form.Outcome;
    }

    // The number first: whoever has taken it is before all others until the commit, on whichever server, and so is the time.
    private async Task AddAsync(Db db, IReadOnlyList<FreshForm> fresh)
    {
        if (fresh.Count == 0) return;
        var number = await Numbers.TakeAsync(db, fresh.Count) - fresh.Count;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (form, opening, answers, consent, version) in fresh)
        {
            var at = form.At ?? now;
            var application = new Application(opening, form.Said.Who, ++number, form.Sent, FormTickets.NewKey(), at, db.Tenant.Zone.DayOf(at))
            {
                Message = string.IsNullOrWhiteSpace(form.Said.Message) ? null : form.Said.Message.Trim(), Consent = consent, ConsentVersion = version, Answers = answers.Count == 0 ? null : Json.Write(answers), Culture = form.Said.Culture, AccountId = form.AccountId,
                ListId = form.List?.Id, Organisation = form.List?.Organisation, SenderId = form.List?.SenderId, SentId = form.SentId,
            };
            db.Add(application);
            if (form.Trail is { } by) db.By(application, by);
            form.Outcome = (application, null);
        }
        await db.SaveChangesAsync();
    }

    // Schools send their staff from another place, where nobody is asked: what is missing of them the centre asks for afterwards. Whoever sends words themselves agrees to those.
    private async Task<(IReadOnlyList<KeptAnswer> Answers, string Consent, int? ConsentVersion)> AskedAsync(Db db, SentForm form, Opening opening, SentPapers papers)
    {
        var (said, own) = (form.Said, db.Tenant.Culture);
        if (form.SentId is not null) return ([], said.Consent!, null);
        // What a recipe has just written isn't kept between requests: it may yet be taken back.
        var asked = form.Opening is null ? await knownForms.OfAsync(db, opening) : await KnownForms.ReadAsync(db, opening);
        if (form.List is not null || form.Opening is not null) asked = asked.WithoutFiles();
        var sheet = new AnswerSheet(asked, said.Answers, said.Culture, own, asked.AsksForFiles ? await papers.OfAsync(form.Sent) : []);
        if (sheet.Faults.Count > 0) throw sheet.Faults[0].ToException();
        if (said.Consent is { } words) return (sheet.Kept, words, null);
        var shown = consents.Of(asked, db.Tenant, said.Culture);
        Rule.Require(said.ConsentMark is null || said.ConsentMark == shown.Mark, Consents.Changed, "Consent");
        return (sheet.Kept, shown.Words, shown.Version);
    }

    private async Task<Opening> KnownAsync(Db db, Dictionary<Guid, Opening?> known, Guid id)
    {
        if (!known.TryGetValue(id, out var found)) known.Add(id, found = await openings.FindAsync(db, db.Tenant, id));
        return found is { IsShown: true } ? found : throw new NotFoundException();
    }

    private static Task<Dictionary<string, Application>> SentAsync(Db db, IReadOnlyList<SentForm> forms)
    {
        var keys = forms.Select(f => f.Sent).Distinct().ToArray();
        return db.Applications.AsNoTracking().Where(a => EF.Parameter(keys).Contains(a.Sent)).ToDictionaryAsync(a => a.Sent);
    }

    private static async Task<HashSet<(Guid For, string Claim)>> ClaimedAsync(Db db, IReadOnlyList<SentForm> forms)
    {
        var (ids, claims) = (forms.Select(f => f.For).Distinct().ToArray(), forms.Where(f => f.Fault is null).Select(f => Application.ClaimOf(f.Said.Who)).Distinct().ToArray());
        var there = await db.Applications.Where(a => a.Claim != null && EF.Parameter(ids).Contains(a.ForId) && EF.Parameter(claims).Contains(a.Claim)).Select(a => new { a.ForId, a.Claim }).ToListAsync();
        return [.. there.Select(a => (a.ForId, a.Claim!))];
    }

    // Whoever knows the key has sent it: but not something else.
    private static bool Same(Guid @for, string name, SentForm form)
    {
        Rule.Require(@for == form.For && name == form.Said.Who.SearchName, "Another application was sent under this key.");
        return true;
    }

    /// <summary>One that is to be kept, with what it answers and to which words it agrees.</summary>
    private sealed record FreshForm(SentForm Form, Opening Opening, IReadOnlyList<KeptAnswer> Answers, string Consent, int? ConsentVersion);
}
