using Integral.People;
using Integral.People.Contracts;

namespace Integral.Announcements;

/// <summary>A part of an audience in words.</summary>
internal sealed record AudienceLine(string What, string Who);

/// <summary>Says whom an announcement is for: one statement for its groups and one for its persons.</summary>
internal sealed class AudienceWords(Db db, RoleBook roles, Current current, IPeople people, Texts texts)
{
    public async Task<IReadOnlyList<AudienceLine>> SayAsync(IReadOnlyCollection<AudiencePart> parts)
    {
        var (audience, lines) = (Audience.Of(parts), new List<AudienceLine>());
        if (audience.Everybody) lines.Add(new(texts["Here"], texts["Everybody in the institution"]));
        if (audience.Roles.Count > 0) lines.Add(new(texts["By role"], Titles(audience.Roles)));
        if (audience.Groups.Count > 0) lines.Add(new(texts["By group"], $"{await GroupsAsync([.. audience.Groups])} ({Whom(audience.Whom)})"));
        if (audience.Persons.Count > 0) lines.Add(new(texts["By name"], await PersonsAsync(audience.Persons)));
        if (audience.Below) lines.Add(new(texts["In the institutions below"], texts["Everybody in them"]));
        if (audience.BelowRoles.Count > 0) lines.Add(new(texts["In the institutions below"], Titles(audience.BelowRoles)));
        return lines;
    }

    // Names are for those who may see the people.
    private async Task<string> PersonsAsync(IReadOnlyList<Guid> ids) => current.Can(PeopleModule.View)
        ? string.Join(", ", (await people.NamesAsync(ids)).Values.Order(StringComparer.CurrentCulture)) : texts.Plural(ids.Count, "{0} person", "{0} people");

    private string Titles(IReadOnlyList<string> names) => string.Join(", ", names.Select(n => roles.Find(current.Tenant, n)).OfType<Role>().Select(r => texts[r.Title]));

    private string Whom(GroupWhom whom) => whom switch
    {
        GroupWhom.Members => texts["those who are in them"],
        GroupWhom.Parents => texts["their parents"],
        _ => texts["those who are in them, and their parents"],
    };

    private async Task<string> GroupsAsync(Guid[] ids) =>
        string.Join(", ", await db.Set<Group>().IgnoreQueryFilters().Where(g => EF.Parameter(ids).Contains(g.Id)).OrderBy(g => g.SortName).ThenBy(g => g.Id).Select(g => g.Name).ToListAsync());
}
