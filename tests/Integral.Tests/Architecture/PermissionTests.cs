using System.Text.RegularExpressions;
using Integral.Platform.Security;

namespace Integral.Tests.Architecture;

/// <summary>Nobody gives more than they have, so somebody must have everything: each module's permissions name their administrators.</summary>
public sealed partial class PermissionTests
{
    public static TheoryData<string> Permissions() => [.. Web.Modules.All.Permissions.Keys];

    private static Permission Of(string name) => Web.Modules.All.Permissions[name];

    [Theory, MemberData(nameof(Permissions))]
    public void The_platform_administrator_has_every_permission(string name) => Assert.Contains(DeliveredRoles.PlatformAdmin, Of(name).Roles);

    [Theory, MemberData(nameof(Permissions))]
    public void An_institutions_administrator_has_every_permission_but_those_of_the_installation(string name) =>
        Assert.Equal(!Of(name).IsOfTheInstallation, Of(name).Roles.Contains(DeliveredRoles.TenantAdmin));

    [Theory, MemberData(nameof(Permissions))]
    public void A_permission_is_given_to_roles_that_are_delivered(string name) => Assert.Empty(Of(name).Roles.Except(DeliveredRoles.All.Select(r => r.Name)));

    [Theory, MemberData(nameof(Permissions))]
    public void A_permission_is_called_area_and_verb_and_says_in_words_what_it_lets_one_do(string name)
    {
        Assert.Matches(Called(), name);
        Assert.Matches(Words(), Of(name).Description);
        Assert.Single(Web.Modules.All.Permissions.Values, p => p.Description == Of(name).Description);
    }

    [Fact]
    public void No_two_modules_declare_one_permission() =>
        Assert.Equal(Web.Modules.All.Sum(m => m.Permissions.Count), Web.Modules.All.Permissions.Count);

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex Called();

    /// <summary>A sentence without its full stop, of three words at least.</summary>
    [GeneratedRegex(@"^[A-Z]\S*( \S+){2,}[^.]$")]
    private static partial Regex Words();
}
