using Integral.Applications.Contracts;
using Integral.Applications.Data;

namespace Integral.Applications.Forms;

/// <summary>For what a form is: one thing for which one can apply, or all of a kind.</summary>
/// <param name="Of">Its id, or the kind.</param>
/// <param name="Kind">Of an <see cref="Openings"/>.</param>
internal sealed record FormSubject(string Of, string Kind, Sentence Title)
{
    public bool IsOfAll => Of == Kind;
}

/// <summary>A form as staff find it.</summary>
/// <param name="Own">The subject's own one; null where it has none.</param>
/// <param name="Asked">What is asked: its own, else that of all of its kind.</param>
internal sealed record FoundForm(FormSubject Subject, ApplicationForm? Own, AskedForm Asked)
{
    public int Version => Own?.Version ?? 0;
}

/// <summary>Forms that staff write, for the screen and programs alike.</summary>
internal sealed class FormBook(Db db, Current current, KnownOpenings openings, TenantChanges tenants, TimeProvider clock)
{
    private const int Most = 50;

    public IReadOnlyList<FormSubject> Kinds => [.. openings.Kinds.Select(k => new FormSubject(k.Kind, k.Kind, k.Title))];

    /// <summary>Those that have a form of their own, the latest change first.</summary>
    public async Task<IReadOnlyList<FormSubject>> OwnAsync()
    {
        var kinds = Kinds.Select(k => k.Kind).ToArray();
        var own = await db.ApplicationForms.Where(f => !EF.Parameter(kinds).Contains(f.Of)).OrderByDescending(f => f.ChangedAt).Select(f => new { f.Of, f.Title }).Take(Most).ToListAsync();
        return [.. own.Select(f => new FormSubject(f.Of, "", new(f.Title)))];
    }

    /// <exception cref="NotFoundException">One can't apply for that here.</exception>
    public async Task<FoundForm> FindAsync(string of)
    {
        var subject = await SubjectAsync(of) ?? throw new NotFoundException();
        var (own, kind) = (subject.Of, subject.Kind);
        var forms = await db.ApplicationForms.AsNoTracking().Where(f => f.Of == own || f.Of == kind).ToListAsync();
        var there = forms.Find(f => f.Of == own);
        return new(subject, there, (there ?? forms.Find(f => f.Of == kind))?.Read() ?? AskedForm.None);
    }

    /// <summary>Says what is asked from now on. Applications that were sent keep their answers with the questions as they were asked.</summary>
    /// <param name="version">The one that was looked at; 0 where there was none.</param>
    /// <exception cref="RuleException">It can't be so.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed it meanwhile.</exception>
    public async Task<FoundForm> SayAsync(string of, AskedForm form, int version)
    {
        var subject = await SubjectAsync(of) ?? throw new NotFoundException();
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var there = await SeenAsync(subject, version);
            if (there is null) db.Add(there = new(subject.Of));
            there.Say(form, subject.Title.Key, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        await ToldAsync();
        return await FindAsync(of);
    }

    /// <summary>Takes its own form away: that of all of its kind holds again.</summary>
    public async Task<FoundForm> ForgetAsync(string of, int version)
    {
        var subject = await SubjectAsync(of) ?? throw new NotFoundException();
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            if (await SeenAsync(subject, version) is { } there) db.Remove(there);
            await db.SaveChangesAsync();
        });
        await ToldAsync();
        return await FindAsync(of);
    }

    private async Task<ApplicationForm?> SeenAsync(FormSubject subject, int version)
    {
        var of = subject.Of;
        var there = await db.ApplicationForms.FirstOrDefaultAsync(f => f.Of == of);
        return (there?.Version ?? 0) == version ? there : throw new DbUpdateConcurrencyException("Another version was looked at.");
    }

    private async Task<FormSubject?> SubjectAsync(string of)
    {
        if (openings.Kinds.FirstOrDefault(k => k.Kind.Equals(of, StringComparison.OrdinalIgnoreCase)) is { } kind) return new(kind.Kind, kind.Kind, kind.Title);
        return Guid.TryParse(of, out var id) && await openings.FindAsync(db, current.Tenant, id) is { } opening ? new($"{id}", opening.Kind, new(opening.Title)) : null;
    }

    // No page of the site shows it; whoever keeps forms between requests reads it anew.
    private Task ToldAsync() => tenants.TouchAsync(current.Tenant.Id, ["applications.forms"]);
}
