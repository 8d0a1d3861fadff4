using System.Text;
using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Changes;
using Integral.Platform.Localization;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>A record of school 1 for every parameter of an address. An address without a sample fails the kit: give it one here.</summary>
internal sealed class Samples
{
    private static readonly string SampleTerm = new('8', 26);

    private readonly List<(string Pattern, string Parameter, string? Value)> known = [];

    /// <summary>Null where the value isn't a record of a tenant: a role's name, an error's number.</summary>
    public (bool IsKnown, string? Value) Of(Mapped endpoint, string parameter)
    {
        var found = known.Where(k => endpoint.Pattern.StartsWith(k.Pattern, StringComparison.OrdinalIgnoreCase) && k.Parameter == parameter).ToList();
        return found.Count == 0 ? (false, null) : (true, found[0].Value);
    }

    /// <summary>What no record has for an id, but must be more than a word: days, years.</summary>
    public static string? Plain(string parameter) => parameter switch { "day" => "2030-05-09", "year" => "2030", "number" => "1", _ => null };

    public static async Task<Samples> OfSchool1Async(District district)
    {
        var school = district.Tenant("school-1");
        var teacher = await district.AccountAsync("teacher");
        var person = await district.InHostAsync(h => h.Memberships.Where(m => m.AccountId == teacher.Id && m.TenantId == school.Id).Select(m => m.PersonId).SingleAsync());
        // What both schools were delivered with has the same ids in both; the sample is the first one's own.
        var both = await district.InDbAsync("school-2", db => db.ContentItems.Select(i => i.ContentItemId).Concat(db.ContentItems.Select(i => i.Slug ?? "")).ToListAsync());
        var news = await district.InDbAsync("school-1", db => db.ContentItems.Where(i => i.ContentType == "News" && i.Slug != null && !both.Contains(i.ContentItemId) && !both.Contains(i.Slug!))
            .Select(i => new { i.ContentItemId, i.Slug }).FirstAsync());
        var set = await district.InTenantAsync("school-1", async services =>
        {
            using var open = await services.GetRequiredService<ChangeSets>().BeginAsync(T.Say("Sample"), ChangeSets.UndoOwn);
            return open.Id;
        });
        await district.InDbAsync("school-1", async db =>
        {
            if (await db.ReferenceBooks.AnyAsync(b => b.Code == "sample-book")) return 0;
            var book = new Integral.Content.ReferenceBooks.ReferenceBook { BookId = new('7', 26), Code = "sample-book" };
            var term = new Integral.Content.ReferenceBooks.ReferenceTerm { BookId = book.Id, TermId = SampleTerm };
            var called = Integral.Content.ReferenceBooks.TermNames.Of(culture => culture == "ru" ? "Sample" : null);
            book.Describe(new(called, book.Code));
            term.Describe(new(called));
            db.AddRange(book, term);
            return await db.SaveChangesAsync();
        });
        // The demo's own types are in both schools.
        await district.InDbAsync("school-1", async db =>
        {
            if (!await db.ContentTypes.AnyAsync(t => t.Name == "SampleType")) db.Add(new Integral.Content.ContentType { Name = "SampleType", DisplayName = "Sample" });
            return await db.SaveChangesAsync();
        });
        var remark = await district.InDbAsync("school-1", async db =>
        {
            var sample = await db.Set<Integral.Help.Remark>().FirstOrDefaultAsync(r => r.Message == "Sample");
            if (sample is null) db.Add(sample = new() { Number = 100_000, Key = "sample-sample-sample-1", Message = "Sample", Page = "", Culture = "ru", SentAt = TimeProvider.System.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
            return sample;
        });
        var (file, folder) = await district.InDbAsync("school-1", async db =>
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var (row, above) = (new MediaFile { Path = $"sample/{Guid.NewGuid().ToString("N")[..12]}.txt", StoredName = "no-such-file", MediaType = "text/plain", Length = 1, Hash = new('0', 64), ModifiedAt = now }, new MediaFolder { Path = $"sample-{Guid.NewGuid().ToString("N")[..12]}" });
            db.AddRange(row, above);
            await db.SaveChangesAsync();
            return (row.Id, above.Id);
        });
        var group = await district.InDbAsync("school-1", db => db.Set<Integral.People.Contracts.Group>().Select(g => g.Id).FirstAsync());
        var (organisation, contact, agreement, interaction) = await Organisations.SampleAsync(district);
        var (registered, registration) = await Organisations.RegistrationsAsync(district);
        var (specialist, competency) = await Organisations.SpecialistAsync(district);
        var (other, link) = await Families.SampleAsync(district, person!.Value);
        var document = await Families.DocumentAsync(district, person!.Value);
        var (task, workflow, application, recruitment, programme, list, paper) = await Matters.SampleAsync(district);
        var call = await Matters.CallAsync(district);
        var (library, module, category, own, request) = await Constructed.SampleAsync(district, programme.Id);
        var (offer, sent, listed) = await Sent.SampleAsync(district, person!.Value);
        var (announcement, notice) = await Announced.SampleAsync(district);
        var samples = new Samples();
        samples.known.AddRange(
        [
            ("Admin/Specialists/Competencies", "id", $"{competency}"), ("api/v1/competencies", "id", $"{competency}"), ("Admin/Specialists", "id", $"{specialist}"), ("api/v1/specialists", "id", $"{specialist}"),
            ("Admin/OwnSpecialists", "id", $"{specialist}"), ("api/v1/own-specialists", "id", $"{specialist}"),
            ("Admin/Organisations/Registration", "id", $"{registration}"), ("api/v1/organisations/registrations", "id", $"{registration}"), ("api/v1/registrations", "id", $"{registered}"),
            ("register/finish", "code", "a-code-nobody-has-made"), ("register/organisation", "key", "a-key-nobody-has-made"),
            ("Admin/People/ImportCheck", "id", $"{await UploadAsync(district, "school-1", "people.csv", "Family name,Date of birth,Roles\nSample,2010-01-01,learner\nSample,31.02.2010,learner\n")}"),
            ("Admin/People", "other", $"{other}"), ("api/v1/people", "other", $"{other}"), ("Admin/People", "link", $"{link}"), ("Admin/People", "document", $"{document}"), ("api/v1/person-documents", "id", $"{document}"), ("api/v1/families", "id", $"{link}"), ("Admin/People", "id", $"{person}"), ("api/v1/people", "id", $"{person}"), ("Admin/Groups", "id", $"{group}"), ("api/v1/groups", "id", $"{group}"), ("Admin/Organisations", "id", $"{organisation}"), ("api/v1/organisations", "id", $"{organisation}"), ("Admin/Organisations", "contact", $"{contact}"), ("api/v1/organisations", "contact", $"{contact}"), ("Admin/Organisations", "agreement", $"{agreement}"), ("api/v1/organisations", "agreement", $"{agreement}"),
            ("Admin/Organisations", "interaction", $"{interaction}"), ("api/v1/organisations", "interaction", $"{interaction}"),
            ("Admin/Tenants/Register", "id", $"{await UploadAsync(district, "", "register.csv", "Code,Name\nsample-1,Sample\n")}"), ("Admin/Tenants", "id", $"{school.Id}"), ("api/v1/tenants", "id", $"{school.Id}"),
            ("Admin/Changes", "id", $"{set}"), ("api/v1/changes", "id", $"{set}"), ("Admin/Roles", "name", null), ("api/v1/roles", "name", null), ("error", "code", null), ("openapi", "documentName", null),
            ("Admin/Books/ImportCheck", "id", $"{await UploadAsync(district, "school-1", "terms.csv", "code,ru\ns1,Sample\n")}"),
            ("Admin/Books", "code", "sample-book"), ("Admin/Books", "term", SampleTerm), ("api/v1/content/books", "code", "sample-book"), ("api/v1/content/books", "termId", SampleTerm),
            ("Admin/Media/File", "id", $"{file}"), ("Admin/Media/Folder", "id", $"{folder}"), ("api/v1/content/media-folders", "id", $"{folder}"), ("api/v1/content/media", "id", $"{file}"),
            ("api/v1/content/bulk", "id", $"{set}"), ("Admin/Content/Types", "name", "SampleType"), ("api/v1/content/types", "name", "SampleType"),
            ("Admin/Content", "id", news.ContentItemId), ("api/v1/content", "contentItemId", news.ContentItemId), ("{**slug}", "slug", news.Slug),
            ("Admin/Inbox", "id", $"{task}"), ("api/v1/inbox", "id", $"{task}"), ("api/v1/inbox", "with", $"{Guid.NewGuid()}"), ("Admin/Workflows/Calls", "id", $"{call}"), ("Admin/Workflows", "id", $"{workflow}"), ("api/v1/workflows", "id", $"{workflow}"), ("api/v1/workflow-calls", "id", $"{call}"), ("api/v1/workflows", "number", null), ("Admin/Applications/Form", "of", $"{recruitment}"), ("api/v1/applications/forms", "of", $"{recruitment}"), ("api/v1/applications/questions", "id", $"{recruitment}"), ("Admin/Applications/Rules", "id", $"{recruitment}"), ("api/v1/applications/rules", "id", $"{recruitment}"), ("Admin/Applications", "id", $"{application.Id}"), ("api/v1/applications", "file", $"{paper}"), ("api/v1/applications", "id", $"{application.Id}"), ("applications/lists", "key", list), ("applications", "key", application.Key),
            ("Admin/Retraining/Send", "id", $"{offer}"), ("Admin/Retraining", "id", $"{sent}"), ("api/v1/staff-lists", "id", $"{sent}"), ("api/v1/staff-lists", "listed", $"{listed}"),
            ("Admin/OwnRequests", "id", $"{request}"), ("Admin/ProgrammeRequests", "id", $"{request}"), ("api/v1/programme-requests", "id", $"{request}"), ("Admin/Programmes/Categories", "id", $"{category}"), ("Admin/Programmes", "module", $"{module}"), ("api/v1/programmes", "number", null), ("api/v1/programmes", "module", $"{module}"), ("Admin/Modules", "id", $"{library}"), ("api/v1/modules", "id", $"{library}"),
            ("api/v1/learner-categories", "id", $"{category}"), ("Admin/OwnProgrammes", "id", $"{own}"), ("api/v1/own-programmes", "id", $"{own}"), ("compose", "id", $"{own}"),
            ("apply", "id", $"{recruitment}"), ("Admin/Programmes", "id", $"{programme.Id}"), ("api/v1/programmes", "id", $"{programme.Id}"), ("programmes", "slug", programme.Slug),
            ("Admin/Announcements", "id", $"{announcement}"), ("notices/announcements", "id", $"{announcement}"), ("api/v1/announcements", "id", $"{announcement}"), ("api/v1/written-announcements", "id", $"{announcement}"), ("api/v1/notices", "id", $"{notice}"),
            ("Admin/Remarks", "id", $"{remark.Id}"), ("help/remark", "key", remark.Key), ("help", "guide", null),
            ("api/v1/calendar", "day", null), ("api/v1/calendar", "year", null), ("feed", "folder", null), ("institutions", "path", "school-1"), ("media", "path", "no-such-file.png"), ("preview", "key", "0123456789012345678901234567890123456789"), ("join", "code", "a-code-nobody-has-made"), ("reset", "code", "a-code-nobody-has-made"), ("account/email", "code", "a-code-nobody-has-made"),
        ]);
        return samples;
    }

    private static async Task<Guid> UploadAsync(District district, string tenant, string name, string text)
    {
        var upload = new Upload { TenantId = district.Tenant(tenant).Id, AccountId = (await district.AccountAsync("admin")).Id, Name = name, Content = Encoding.UTF8.GetBytes(text), CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
        await district.InHostAsync(async host =>
        {
            host.Add(upload);
            return await host.SaveChangesAsync();
        });
        return upload.Id;
    }
}
