using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Jobs;
using Integral.Programs.Approving;
using Integral.Programs.Competencies;
using Integral.Programs.Data;
using Integral.Programs.Versions;

namespace Integral.Programs;

/// <summary>Writes programmes and recruits groups for them, for the screens and the API alike.</summary>
internal sealed class ProgrammeDesk(Db db, Current current, ProgrammeBook book, VersionBook versions, Approvals approvals, BuiltCompetencies competencies, TenantChanges tenants, Alarm alarm, TimeProvider clock)
{
    private const int MostNumbers = 100, RoomForNumber = 4;

    /// <exception cref="NotFoundException">There is no such category of learners, or no such competency.</exception>
    public async Task<Programme> AddAsync(ProgrammeWords words)
    {
        var programme = new Programme();
        await DescribeAsync(programme, words);
        return await AddAsync(programme);
    }

    /// <summary>Writes a new one, or a template, from one that is there: all that is written of it, and its modules. Groups stay where they are.</summary>
    public async Task<Programme> CopyAsync(Programme source, string name, bool isTemplate)
    {
        var programme = isTemplate ? Programme.Template() : new();
        programme.Describe(source.ToWords() with { Name = name }, current.Tenant.Culture, Now);
        foreach (var module in source.InOrder()) programme.Add(module.ToWords(), Now).CameFrom(module.LibraryId, module.LibraryVersion);
        return await AddAsync(programme);
    }

    /// <exception cref="NotFoundException">There is no such category of learners, or no such competency.</exception>
    public async Task ChangeAsync(Programme programme, ProgrammeWords words)
    {
        await versions.BeginAsync(programme);
        await DescribeAsync(programme, words);
        await versions.KeepAsync(programme);
        await db.SaveChangesAsync();
        await TellAsync();
    }

    /// <summary>Into the catalogue, or out of it. The site's menu shows the catalogue as long as something is in it. A draft becomes the programme whose next version it is.</summary>
    /// <returns>The programme that visitors see.</returns>
    public async Task<Programme> ShowAsync(Programme programme, bool isPublished)
    {
        var shown = isPublished ? await approvals.PublishAsync(programme) : programme;
        if (!isPublished)
        {
            shown.Show(false, Now);
            await db.SaveChangesAsync();
        }
        await tenants.TouchAsync(current.Tenant.Id);
        await TellAsync();
        return shown;
    }

    /// <summary>Has people apply for a group.</summary>
    /// <exception cref="NotFoundException">There is no such group.</exception>
    /// <exception cref="RuleException">It is a template, the group is recruited already, or the days end before they begin.</exception>
    public async Task RecruitAsync(Programme programme, Guid group, DateOnly from, DateOnly until)
    {
        Rule.Require(programme.DraftOfId is null, "No group is recruited for a draft. Publish it, or recruit the group for the programme whose next version it is.");
        Rule.Require(!programme.IsTemplate, "No group is recruited for a template. Write a programme from it.");
        if ((await GroupSeats.OfAsync(db, [group], book.Today)).GetValueOrDefault(group) is not { Kind: GroupKind.Training }) throw new NotFoundException();
        var number = await VersionBook.NumberAsync(db, programme);
        await db.WriteAsync(async () =>
        {
            // Under its lock: a group has one waiting list, also where two want it at once.
            await GroupSeats.LockAsync(db, group);
            Rule.Require(!await db.OwnProgrammes.AnyAsync(o => o.GroupId == group), OwnDesk.IsTaken, "Group");
            db.Add(new Recruitment(programme.Id, group, from, until) { ProgrammeVersion = number });
            return await db.SaveChangesAsync();
        });
        await TellAsync();
    }

    /// <summary>Ends today what would go on; nobody who has applied loses anything by that.</summary>
    public async Task CloseAsync(Recruitment recruitment)
    {
        var yesterday = book.Today.AddDays(-1);
        Rule.Require(recruitment.UntilOn > yesterday, "No applications are taken for this group any more.");
        recruitment.Open(recruitment.FromOn < yesterday ? recruitment.FromOn : yesterday, yesterday);
        await db.SaveChangesAsync();
        await TellAsync();
    }

    /// <summary>An address that no other programme has.</summary>
    public static async Task<string> SlugAsync(Db db, string name)
    {
        var slug = Transliteration.Slug(name, Programme.LongestSlug - RoomForNumber) is { Length: > 0 } made ? made : "programme";
        string[] wanted = [slug, .. Enumerable.Range(2, MostNumbers).Select(n => $"{slug}-{n}")];
        var taken = await db.Programmes.Where(p => EF.Parameter(wanted).Contains(p.Slug)).Select(p => p.Slug).ToListAsync();
        return wanted.FirstOrDefault(w => !taken.Contains(w)) ?? throw new RuleException("So many programmes are called alike that another name is better.", "Name");
    }

    /// <summary>Adds one that is written, under an address of its own.</summary>
    public async Task<Programme> AddAsync(Programme programme)
    {
        await db.WriteAsync(async () =>
        {
            programme.Address(await SlugAsync(db, programme.Name));
            db.Add(programme);
            return await db.SaveChangesAsync();
        });
        return programme;
    }

    private async Task DescribeAsync(Programme programme, ProgrammeWords words)
    {
        if (words.CategoryId is { } category && !await db.LearnerCategories.AnyAsync(c => c.Id == category)) throw new NotFoundException();
        await competencies.RequireKnownAsync(words.Competencies);
        programme.Describe(words, current.Tenant.Culture, Now);
    }

    // Schools of the district see what they can send their staff for.
    private Task TellAsync() => alarm.RingAsync(current.Tenant.Id, Openings.Changed);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
