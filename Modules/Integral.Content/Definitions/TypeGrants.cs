namespace Integral.Content.Definitions;

/// <summary>Who may say what a role may do with a type: nobody gives a right that they haven't themselves, nor gives it back.</summary>
internal sealed class TypeGrants(RoleBook roles, Current current)
{
    /// <summary>Roles of which something can be said: those that may write here, and those of which something is said already.</summary>
    public IEnumerable<Role> Offered(DescribedType? type) =>
        roles.RolesOf(current.Tenant).Where(r => r.Permissions.Contains(ContentModule.Write) || type?.Said.Rights?.ContainsKey(r.Name) == true);

    /// <summary>What the role's permissions give it.</summary>
    public static TypeRight Usual(Role? role) => role is null ? TypeRight.None : TypeRights.Of(role.Permissions.Contains);

    /// <exception cref="RuleException">There is no such role, or it would get more than the person has.</exception>
    public void Require(IReadOnlyDictionary<string, TypeRight> before, IReadOnlyDictionary<string, TypeRight> wanted)
    {
        foreach (var name in before.Keys.Union(wanted.Keys))
        {
            var (role, place) = (roles.Find(current.Tenant, name), $"Rights[{name}]");
            Rule.Require(role is not null || before.ContainsKey(name), T.Say("There is no role '{0}' here.", name), place);
            var gained = wanted.GetValueOrDefault(name, Usual(role)) & ~before.GetValueOrDefault(name, Usual(role));
            Rule.Require(current.IsOperator || TypeRights.All.All(r => !gained.HasFlag(r.Right) || current.Can(r.Permission)), "You can give only rights that you have yourself.", place);
        }
    }
}
