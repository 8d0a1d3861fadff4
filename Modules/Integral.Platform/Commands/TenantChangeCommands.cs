using System.CommandLine;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

/// <summary>Verbs that change a tenant. Each answers in one line.</summary>
internal static class TenantChangeCommands
{
    private static Argument<string> Path() => new("path") { Description = "The institution's address: school-12" };

    public static Command Move(IServiceProvider services)
    {
        var path = Path();
        var parent = new Option<string?>("--parent") { Description = "The path of the institution to stand under; / for the root" };
        var to = new Option<string?>("--path") { Description = "Its new address" };
        var command = new Command("move", "Place an institution under another one, or give it another address") { path, parent, to };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, "tenants move", async verb =>
        {
            Rule.Require(parsed.GetValue(parent) is not null || parsed.GetValue(to) is not null, "Say where to: --parent, --path or both.");
            var (catalogue, changes) = (verb.Get<Catalogue>(), verb.Get<TenantChanges>());
            var tenant = TenantCommands.Find(catalogue, parsed.GetRequiredValue(path));
            if (parsed.GetValue(parent) is { } above) tenant = await changes.MoveAsync(tenant.Id, TenantCommands.Find(catalogue, above).Id);
            if (parsed.GetValue(to) is { } other) tenant = await changes.MoveToAsync(tenant.Id, TenantCommands.Clean(other));
            var under = tenant.ParentId is { } id ? catalogue.Of(id)!.Name : "";
            return verb.Say(T.Say("'{0}' now stands under '{1}' at {2}", tenant.Name, under, TenantCommands.Address(verb, tenant)));
        }));
        return command;
    }

    public static Command Disable(IServiceProvider services) => OfOne(services, "disable", "Switch an institution's site off; its data stay",
        async (verb, tenant) => T.Say("'{0}' is switched off.", (await verb.Get<TenantChanges>().DisableAsync(tenant.Id)).Name));

    public static Command Enable(IServiceProvider services) => OfOne(services, "enable", "Switch an institution's site on, or try again one that needs attention",
        async (verb, tenant) => T.Say("'{0}' is switched on.", (await verb.Get<TenantChanges>().EnableAsync(tenant.Id)).Name));

    public static Command Remove(IServiceProvider services)
    {
        var path = Path();
        var yes = new Option<bool>("--yes") { Description = "Don't ask" };
        var command = new Command("remove", "Put an institution into an archive and remove it") { path, yes };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "tenants remove", async verb =>
        {
            var tenant = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(path));
            if (!parsed.GetValue(yes)) Agree(verb, tenant);
            var archive = await verb.Get<TenantRemoval>().RemoveAsync(tenant.Id, cancel: cancel);
            return verb.Say(T.Say("'{0}' was removed. Its archive: {1}", tenant.Name, archive));
        }));
        return command;
    }

    private static Command OfOne(IServiceProvider services, string name, string description, Func<Verb, Tenant, Task<Sentence>> change)
    {
        var path = Path();
        var command = new Command(name, description) { path };
        command.SetAction(parsed => CommandLine.DoAsync(services, parsed, $"tenants {name}", async verb =>
            verb.Say(await change(verb, TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(path))))));
        return command;
    }

    // In a script nobody can answer: it has to say --yes.
    private static void Agree(Verb verb, Tenant tenant)
    {
        Rule.Require(!Console.IsInputRedirected, "Say --yes to remove it without being asked.");
        verb.Output.Write($"{verb.Texts.Say(T.Say("To remove '{0}', type its address:", tenant.Name))} ");
        Rule.Require(Console.ReadLine()?.Trim() == tenant.Path, "That isn't its address, so nothing was removed.");
    }
}
