using System.Text.Json.Nodes;
using Integral.Platform.Recipes;
using Microsoft.AspNetCore.Identity;

namespace Integral.People.Recipes;

/// <summary>One entry of a Users step.</summary>
/// <param name="Account">As it will be if there is none with its login yet.</param>
internal sealed record RecipeUser(Account Account, PersonName? Name, Guid? PersonId, string? Password, IReadOnlyList<string> Roles, Reach Reach)
{
    public DateOnly? BornOn { get; init; }

    /// <exception cref="RuleException">Something is missing or has the wrong form.</exception>
    public static RecipeUser Read(JsonObject item, Tenant tenant, DateTime now, ILookupNormalizer normalizer)
    {
        var email = Contacts.Email(item.Text("Email"));
        var login = item.Text("UserName") is { Length: > 0 } given ? given : email;
        Rule.Require(login is not null, "A user needs a UserName or an Email.", "UserName");
        login = Logins.Chosen(login);
        var password = item.Text("Password") is { Length: > 0 } text ? text : null;
        if (password is not null) Passwords.Check(password);
        var name = NameOf(item);
        var normalized = normalizer.NormalizeName(login);
        var account = new Account
        {
            Name = name?.Greeting ?? login, UserName = login, NormalizedUserName = normalized, Email = email, NormalizedEmail = normalizer.NormalizeEmail(email),
            Culture = CultureOf(item), CreatedAt = now, SecurityStamp = Secrets.New(), MustChangePassword = item.Flag("MustChangePassword"),
        };
        return new(account, name, name is null ? null : IdOf(item) ?? PersonIds.Of(tenant, normalized), password, RolesOf(item), ReachOf(item)) { BornOn = item.Day("BornOn") };
    }

    private static PersonName? NameOf(JsonObject item)
    {
        if (item.Text("FamilyName") is { } family) return new PersonName(family, item.Text("GivenName") ?? "", item.Text("Patronymic")).Checked();
        return item.Text("Name") is { Length: > 0 } name ? PersonName.Parse(name).Checked() : null;
    }

    private static Guid? IdOf(JsonObject item)
    {
        if (item.Text("PersonId") is not { Length: > 0 } text) return null;
        Rule.Require(Guid.TryParse(text, out var id), "This isn't an id.", "PersonId");
        return id;
    }

    private static Reach ReachOf(JsonObject item)
    {
        if (item.Text("Reach") is not { Length: > 0 } text) return Reach.Here;
        Rule.Require(Enum.TryParse<Reach>(text, ignoreCase: true, out var reach) && Enum.IsDefined(reach), "It can be Here or HereAndBelow.", "Reach");
        return reach;
    }

    private static string? CultureOf(JsonObject item)
    {
        if (item.Text("Culture") is not { Length: > 0 } culture) return null;
        Rule.Require(Texts.Cultures.Contains(culture), T.Say("There is no language '{0}' here. There are: {1}.", culture, string.Join(", ", Texts.Cultures)), "Culture");
        return culture;
    }

    private static List<string> RolesOf(JsonObject item) =>
        item.Find("RoleNames") is JsonArray names ? [.. names.Select(n => $"{n}").Distinct()] : [];
}
