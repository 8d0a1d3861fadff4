using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.People;

/// <summary>Roles as people read them.</summary>
internal sealed class RoleWords(RoleBook book, Texts texts)
{
    public string Any => texts["Any role"];

    /// <summary>The title; of a role that is gone the name.</summary>
    public string Title(Tenant tenant, string name) => book.Find(tenant, name) is { } role ? texts.Say(new Sentence(role.Title)) : name;

    public string InWords(Tenant tenant, IEnumerable<string> names) => string.Join(", ", names.Select(n => Title(tenant, n)));

    public IEnumerable<SelectListItem> All(Tenant tenant) => book.RolesOf(tenant).Select(r => new SelectListItem(texts.Say(new Sentence(r.Title)), r.Name));

    /// <summary>The roles that one may give, and those the member has already.</summary>
    public IReadOnlyList<SelectListItem> Given(Tenant tenant, Authority authority, IReadOnlyCollection<string> has) =>
        [.. book.RolesOf(tenant).Where(r => has.Contains(r.Name) || authority.MayGive(r)).Select(r => new SelectListItem(texts.Say(new Sentence(r.Title)), r.Name))];
}
