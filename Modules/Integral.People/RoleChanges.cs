using System.Text.RegularExpressions;

namespace Integral.People;

/// <summary>Changes what roles permit in this institution and below. Kept as a difference from what was delivered.</summary>
internal sealed partial class RoleChanges(HostDb host, RoleBook book, Catalogue catalogue, Current current, RoleUse use)
{
    private Tenant Here => current.Tenant;

    /// <summary>Makes a role permit exactly this here.</summary>
    public async Task SaveAsync(string name, IReadOnlySet<string> permissions, string? title = null, string? description = null)
    {
        var role = Find(name);
        RequireOwn(role.Permissions, permissions);
        RequireRootKeepsItsKeys(name, permissions);
        await ChangeAsync(name, permissions, definition =>
        {
            definition.Set(book.Delivered(name), permissions);
            if (!role.IsDelivered) definition.Title = Checked(title ?? role.Title);
            definition.Description = Shortened(description) ?? role.Description;
        });
    }

    /// <summary>Takes this institution's change back: the role is again what comes from above, or what was delivered.</summary>
    public async Task ResetAsync(string name)
    {
        var role = Find(name);
        Rule.Require(role.IsDelivered, "A role of one's own has nothing to go back to.");
        Rule.Require(role.ChangedAt?.Id == Here.Id, "This role wasn't changed here.");
        var before = catalogue.UpFrom(Here).Skip(1).FirstOrDefault() is { } above ? book.Find(above, name)!.Permissions : book.Delivered(name);
        RequireOwn(role.Permissions, before);
        await ChangeAsync(name, before, definition => definition.IsDeleted = true);
    }

    public async Task CreateAsync(string name, string title, string? description, IReadOnlySet<string> permissions)
    {
        Rule.Require(Slug().IsMatch(name), "A role's name has 3 to 60 small Latin letters, digits and underscores and begins with a letter.", "Name");
        Rule.Require(book.Find(Here, name) is null, T.Say("There is a role '{0}' already.", name), "Name");
        RequireOwn(new HashSet<string>(), permissions);
        var wanted = Checked(title);
        await ChangeAsync(name, permissions, definition =>
        {
            definition.Set(book.Delivered(name), permissions);
            (definition.Title, definition.Description) = (wanted, Shortened(description));
        });
    }

    public async Task DeleteAsync(string name)
    {
        var role = Find(name);
        Rule.Require(!role.IsDelivered, "A delivered role can't be deleted. Take its permissions away, or give it to nobody.");
        Rule.Require(role.ChangedAt?.Id == Here.Id, "This role belongs to an institution above.");
        var people = await use.CountBelowAsync(name);
        Rule.Require(people == 0, T.Say("This role can't be deleted while people have it. People with it here and below: {0}.", people));
        await ChangeAsync(name, new HashSet<string>(), definition => definition.IsDeleted = true);
    }

    /// <exception cref="NotFoundException">There is no such role here.</exception>
    public Role Find(string name) => book.Find(Here, name) ?? throw new NotFoundException();

    // One passes on and takes away only what one has (abuse case A20).
    private void RequireOwn(IReadOnlySet<string> before, IReadOnlySet<string> after)
    {
        // What isn't declared by any module nobody has.
        var foreign = before.Except(after).Concat(after.Except(before)).Where(p => !current.Can(p)).ToList();
        Rule.Require(foreign.Count == 0, T.Say("You can't change a permission that you haven't got yourself: {0}.", string.Join(", ", foreign)));
    }

    private void RequireRootKeepsItsKeys(string name, IReadOnlySet<string> permissions) =>
        Rule.Require(!Here.IsRoot || name != DeliveredRoles.PlatformAdmin || permissions.IsSupersetOf([PeopleModule.Manage, PeopleModule.ManageRoles]),
            "The platform administrator keeps the permissions to manage people and roles: nobody else could give them back.");

    private async Task ChangeAsync(string name, IReadOnlySet<string> permissions, Action<RoleDefinition> change)
    {
        await host.WriteAsync(async () =>
        {
            await use.RequireAdministratorsAsync(name, permissions);
            var definition = await host.Roles.SingleOrDefaultAsync(r => r.TenantId == Here.Id && r.Name == name);
            if (definition is null) host.Add(definition = new() { TenantId = Here.Id, Name = name });
            definition.IsDeleted = false;
            change(definition);
            await host.SaveChangesAsync();
        });
        await catalogue.RefreshAsync();     // the next page of whoever saved it must show it
    }

    private static string Checked(string title)
    {
        var text = title.Trim();
        Rule.Require(text.Length is >= 2 and <= 120 && !text.Any(char.IsControl), "A role's title has 2 to 120 characters.", "Title");
        return text;
    }

    private static string? Shortened(string? description)
    {
        var text = description?.Trim();
        Rule.Require(text is null || text.Length <= 500 && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r')), "A description has at most 500 characters.", "Description");
        return string.IsNullOrEmpty(text) ? null : text;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{2,59}$")] private static partial Regex Slug();
}
