namespace Integral.People.Pages.Admin.Roles;

[Authorize(PeopleModule.ManageRoles)]
internal sealed class IndexModel(RoleBook book, RoleUse use, Texts texts, Current current) : PageModel
{
    public sealed record Row(Role Role, string Title, int People, int Added, int Taken);

    public IReadOnlyList<Row> Roles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var counts = await use.CountsAsync();
        Roles = [.. book.RolesOf(current.Tenant).Select(r => new Row(r, texts.Say(new Sentence(r.Title)), counts.GetValueOrDefault(r.Name),
            r.Permissions.Except(book.Delivered(r.Name)).Count(), book.Delivered(r.Name).Except(r.Permissions).Count()))];
    }
}
