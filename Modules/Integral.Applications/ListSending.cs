using System.Globalization;
using System.Text;
using Integral.Applications.Contracts;
using Integral.Applications.Data;
using Integral.Applications.Forms;
using Integral.People.Contracts;
using Integral.Platform.Audit;
using Integral.Platform.Messaging;
using Integral.Platform.Reporting;
using Integral.Platform.Web;
using Integral.Workflows.Contracts;
using Microsoft.Extensions.Configuration;

namespace Integral.Applications;

/// <summary>People with what they answer.</summary>
/// <param name="Asked">What is asked of each.</param>
internal sealed record ListTable(PeopleTable People, AskedForm Asked, ListAnswers Answers);

/// <summary>What would become, or has become, of a list.</summary>
/// <param name="Table">As it was written.</param>
/// <param name="Ready">Rows that can be kept; after sending, that were.</param>
/// <param name="There">Rows that were kept before.</param>
/// <param name="Refused">Rows of which nothing can be made, each with its reason.</param>
internal sealed record ListReport(ListTable Table, IReadOnlyList<TabledPerson> Ready, IReadOnlyList<TabledPerson> There, IReadOnlyList<TabledPerson> Refused);

/// <summary>
/// An organisation applies for many people at once. Each row is looked at before anything is kept; what is right can be kept while the rest is corrected, and what was
/// kept isn't kept twice.
/// </summary>
internal sealed class ListSending(Db db, Current current, ShownOpenings openings, KnownForms known, Intake intake, IWorkflows workflows, ApplicationLetters letters, Outbox outbox, SenderLimits limits, Trail trail, Texts texts, Figures figures, TimeProvider clock, IConfiguration configuration)
{
    private const int UsuallyInAnHour = 20, PeopleUsuallyInAnHour = 1000, LooksInAnHour = 120;

    private static readonly Sentence TooMany = T.Say("So many applications came from your network that we pause for a while. What you wrote is still here: send it again in an hour, or call the institution.");

    /// <summary>What the sender confirms, in the language they read.</summary>
    public string Consent => texts["The people on this list have agreed that {0} keeps and uses what is written here to decide on their applications, and writes or calls them about it.", current.Tenant.Name];

    /// <summary>What is asked of each.</summary>
    public async Task<AskedForm> AskedAsync(Opening opening) => (await known.OfAsync(db, opening)).WithoutFiles();

    /// <summary>Reads what was pasted.</summary>
    /// <exception cref="RuleException">It is no list of people.</exception>
    public ListTable Read(AskedForm asked, string text) => Read(asked, Encoding.UTF8.GetBytes(text.Trim('\r', '\n')), "People");

    /// <summary>Reads a file.</summary>
    /// <exception cref="RuleException">It is no list of people.</exception>
    public ListTable Read(AskedForm asked, byte[] file) => Read(asked, file, "File");

    private ListTable Read(AskedForm asked, byte[] bytes, string field)
    {
        var people = At(field, () => PeopleTable.Read(bytes, figures.Today, ApplicationList.MostPeople, ListAnswers.Headings(asked)));
        return new(people, asked, ListAnswers.InColumns(asked, people.Header));
    }

    private static PeopleTable At(string field, Func<PeopleTable> read)
    {
        try
        {
            return read();
        }
        catch (RuleException fault) when (fault.Field.Length == 0) { throw new RuleException(fault.Sentence, field); }
    }

    /// <summary>People that a program names.</summary>
    public ListTable Of(AskedForm asked, IReadOnlyList<(NewPerson Who, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)> people) =>
        new(At("People", () => PeopleTable.Of([.. people.Select(p => p.Who)], figures.Today, ApplicationList.MostPeople)), asked, ListAnswers.Said([.. people.Select(p => p.Answers)]));

    /// <summary>Its rows as text, or some of them, to be corrected.</summary>
    public string TextOf(ListTable table, IReadOnlyList<TabledPerson>? some = null) => table.People.TextOf(some ?? table.People.Rows, texts);

    /// <summary>Looks at a list for whoever hasn't sent it yet.</summary>
    /// <exception cref="RuleException">So many looked from there that they may be trying something else.</exception>
    public Task<ListReport> LookAsync(ListTable table, string? key)
    {
        limits.Count("looks at lists of people", LooksInAnHour, trail.From, TooMany);
        return CheckAsync(table, key);
    }

    /// <summary>
    /// Says what would become of each row; keeps nothing. As many statements for five hundred rows as for one. Who has applied by themselves it doesn't say: else
    /// anybody could ask that of anybody.
    /// </summary>
    /// <param name="key">Under which it is or was sent; null where it hasn't been.</param>
    private async Task<ListReport> CheckAsync(ListTable table, string? key)
    {
        var rows = ListRows.Checked(table.People).ConvertAll(r => r.Trouble is null ? Answered(table, r) : r);
        var sent = rows.Where(r => r.Trouble is null).ToDictionary(r => r, r => SentOf(key, r.Person));
        var sents = sent.Values.OfType<string>().ToArray();
        var kept = await db.Applications.Where(a => EF.Parameter(sents).Contains(a.Sent)).Select(a => a.Sent).ToHashSetAsync();
        bool IsThere(TabledPerson row) => sent.TryGetValue(row, out var own) && own is not null && kept.Contains(own);
        return new(table, [.. rows.Where(r => r.Trouble is null && !IsThere(r))], [.. rows.Where(IsThere)], [.. rows.Where(r => r.Trouble is not null)]);
    }

    /// <summary>Keeps the rows that are right, each once however often the list is sent under its key.</summary>
    /// <exception cref="NotFoundException">There is no such opening, or visitors don't see it.</exception>
    /// <exception cref="RuleException">Nothing can be applied for now, or no row is right.</exception>
    public async Task<(ApplicationList? List, ListReport Report)> SendAsync(Guid opening, ListSender sender, ListTable table, bool agrees, string key)
    {
        var of = await openings.FindAsync(opening);
        if (of.Closed is { } closed) throw new RuleException(closed);
        Rule.Require(agrees, "Without this consent we may not keep what you write.", "Consent");
        Rule.Require(await workflows.HasStartAsync(db, Activities.Submitted.Kind), Keeping.NotDecided);
        var (now, digest) = (clock.GetUtcNow().UtcDateTime, Secrets.Digest(key));
        var wanted = new ApplicationList(of, sender, digest, FormTickets.NewKey(), now, figures.Today) { Consent = Consent, Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName };
        var report = await CheckAsync(table, key);
        var list = await db.ApplicationLists.AsNoTracking().FirstOrDefaultAsync(l => l.Sent == digest);
        Rule.Require(list is null || list.ForId == opening, "Another application was sent under this key.");
        if (report.Ready.Count == 0) return (list, report);
        limits.Count("application lists", configuration.GetValue("Integral:Applications:ListsInAnHourOfAnAddress", UsuallyInAnHour), trail.From, TooMany);
        limits.Count("people on lists", configuration.GetValue("Integral:Applications:ListedInAnHourOfAnAddress", PeopleUsuallyInAnHour), trail.From, TooMany, report.Ready.Count);
        list ??= await AddAsync(wanted);
        await db.RestAsync();
        var faults = await intake.SendAsync(current.Tenant, trail, list, [.. report.Ready.Select(r => (r.Person, table.Answers.Of(r), SentOf(key, r.Person)!))]);
        var done = report.Ready.Zip(faults).ToLookup(r => r.Second is null, r => r.Second is { } fault ? r.First.Refused(fault.Sentence) : r.First);
        return (list, report with { Ready = [.. done[true]], Refused = [.. report.Refused.Concat(done[false]).OrderBy(r => r.Line)] });
    }

    /// <summary>What is left of a list of which some has arrived: as text, and with the lines that it has there. Why a row was refused stays true.</summary>
    public (string Text, ListReport Report) Left(ListReport sent)
    {
        var text = TextOf(sent.Table, sent.Refused);
        return (text, new(sent.Table, [], [], [.. sent.Refused.Zip(Read(sent.Table.Asked, text).People.Rows, (was, now) => was with { Line = now.Line })]));
    }

    private TabledPerson Answered(ListTable table, TabledPerson row)
    {
        var (culture, own) = (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture);
        if (new AnswerSheet(table.Asked, table.Answers.Of(row), culture, own).Faults is not [var fault, ..]) return row;
        return row with { Trouble = fault.What, Column = new(table.Asked.Find(fault.Name)?.Label.In(culture, own) ?? fault.Name) };
    }

    // Of two who send the same form at once, the second adds to the list of the first.
    private async Task<ApplicationList> AddAsync(ApplicationList wanted)
    {
        var digest = wanted.Sent;
        try
        {
            return await db.WriteAsync(async () =>
            {
                db.ChangeTracker.Clear();
                if (await db.ApplicationLists.AsNoTracking().FirstOrDefaultAsync(l => l.Sent == digest) is { } there) return there;
                db.Add(wanted);
                letters.Received(outbox, current.Tenant, wanted);
                await db.SaveChangesAsync();
                return wanted;
            });
        }
        catch (Exception trouble) when (trouble is DbUpdateException or RuleException)
        {
            db.ChangeTracker.Clear();
            if (await db.ApplicationLists.AsNoTracking().FirstOrDefaultAsync(l => l.Sent == digest) is { } there) return there;
            throw;
        }
    }

    private static string? SentOf(string? key, NewPerson who) => key is null ? null : Secrets.Digest($"{key} {Application.ClaimOf(who)}");
}
