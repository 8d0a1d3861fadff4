using System.Globalization;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.People.Import;
using Integral.Platform.Sheets;

namespace Integral.People.Export;

/// <summary>People as rows of a table, with the headings that the import finds. No password and no secret is among them.</summary>
internal sealed class ExportedRows(Db db, HostDb host, RoleReading roles, Texts texts)
{
    /// <summary>The full name would only repeat its parts.</summary>
    public static IReadOnlyList<PersonField> Fields { get; } = [.. Enum.GetValues<PersonField>().Where(f => f != PersonField.FullName)];

    public IEnumerable<string> Headings => Fields.Select(f => texts.Say(f.Word()));

    /// <param name="ids">Of persons and of memberships without one; who has gone meanwhile is left out.</param>
    public async Task<IReadOnlyList<IEnumerable<string>>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var (here, people) = (db.Tenant.Id, db.People);
        var persons = await people.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var members = (await (from m in host.Memberships.AsNoTracking()
                              where m.TenantId == here && (EF.Parameter(ids).Contains(m.Id) || m.PersonId != null && EF.Parameter(ids).Contains(m.PersonId.Value))
                              join a in host.Users on m.AccountId equals a.Id
                              select new Belonging(m, a.UserName!)).ToListAsync(cancel)).GroupBy(m => m.Membership.PersonId ?? m.Membership.Id).ToDictionary(g => g.Key, g => g.First());
        return [.. ids.Select(id => (Person: persons.GetValueOrDefault(id), Member: members.GetValueOrDefault(id))).Where(r => r.Person is not null || r.Member is not null)
            .Select(r => Fields.Select(f => Cell(f, r.Person, r.Member) ?? ""))];
    }

    private string? Cell(PersonField field, Person? person, Belonging? member) => field switch
    {
        PersonField.Code => person?.Code,
        PersonField.FamilyName => person?.FamilyName,
        PersonField.GivenName => person?.GivenName,
        PersonField.Patronymic => person?.Patronymic,
        PersonField.BornOn => Day(person?.BornOn),
        PersonField.Login => member?.Login,
        PersonField.Email => person?.Email,
        PersonField.Phone => person?.Phone,
        PersonField.Roles => member is null ? null : string.Join(", ", member.Membership.Roles.Select(roles.Word)),
        PersonField.Reach => member is null ? null : texts.Say(RoleReading.Word(member.Membership.Reach)),
        PersonField.FromOn => Day(member?.Membership.FromOn),
        PersonField.UntilOn => Day(member?.Membership.UntilOn),
        _ => null,
    };

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
