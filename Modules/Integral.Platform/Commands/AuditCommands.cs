using System.CommandLine;
using Integral.Platform.Audit;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

/// <summary>Proves that nobody tampered with the audit trails.</summary>
internal static class AuditCommands
{
    public static Command All(IServiceProvider services) => new("audit", "The audit trails") { Verify(services) };

    private static Command Verify(IServiceProvider services)
    {
        var only = new Option<string?>("--tenant") { Description = "The path of one institution; all of them and the host's own trail if left out" };
        var command = new Command("verify", "Report what is changed, missing or unsealed in the audit trails; the exit code is 1 if anything is") { only };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "audit verify", async verb =>
        {
            var (catalogue, check, isWhole) = (verb.Get<Catalogue>(), verb.Get<AuditCheck>(), true);
            if (parsed.GetValue(only) is { } path)
            {
                var tenant = TenantCommands.Find(catalogue, path);
                return Tell(verb, $"/{tenant.Path}", await check.OfAsync(tenant, cancel)) ? 0 : 1;
            }
            isWhole &= Tell(verb, verb.Texts.Say(T.Say("Host")), await check.HostAsync(cancel));
            foreach (var tenant in catalogue.All.Where(t => t.State is TenantState.Running or TenantState.Disabled).OrderBy(t => t.Path, StringComparer.Ordinal))
                isWhole &= Tell(verb, $"/{tenant.Path}", await check.OfAsync(tenant, cancel));
            return isWhole ? 0 : 1;
        }));
        return command;
    }

    private static bool Tell(Verb verb, string whose, CheckedTrail trail)
    {
        foreach (var fault in trail.Faults) verb.Error.WriteLine($"{whose}: {verb.Texts.Say(fault)}");
        if (trail.FaultCount > trail.Faults.Count) verb.Error.WriteLine($"{whose}: {verb.Texts.Say(T.Say("And {0} more.", trail.FaultCount - trail.Faults.Count))}");
        verb.Output.WriteLine($"{whose}: {verb.Texts.Say(T.Say("Links: {0}. Erased by retention: {1}. Faults: {2}. Last link: {3}", trail.Sealed, trail.Erased, trail.FaultCount, trail.Head))}");
        return trail.FaultCount == 0;
    }
}
