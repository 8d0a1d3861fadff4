using System.CommandLine;
using Integral.Platform.Backup;
using Integral.Platform.Localization;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Commands;

/// <summary>One portable file a tenant, and a tenant from it again.</summary>
internal static class BackupCommands
{
    private static (Option<string?> Said, Option<FileInfo?> File) Password(string what) =>
        (new("--password") { Description = what }, new("--password-file") { Description = "The same, in a file" });

    public static Command Backup(IServiceProvider services)
    {
        var tenant = new Option<string>("--tenant") { Required = true, Description = "The path of the institution; / for the root" };
        var to = new Option<string>("--out") { Required = true, Description = "The file to write" };
        var credentials = new Option<bool>("--with-credentials") { Description = "Take the accounts' passwords along, encrypted" };
        var password = Password("What they are encrypted with");
        var command = new Command("backup", "Write all that an institution has into one file") { tenant, to, credentials, password.Said, password.File };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "backup", async verb =>
        {
            var secret = await TenantCommands.PasswordAsync(parsed.GetValue(password.Said), parsed.GetValue(password.File), "--password");
            Rule.Require(parsed.GetValue(credentials) == (secret is not null), "Passwords are taken along with --with-credentials and a --password or --password-file that they are encrypted with.");
            var where = TenantCommands.Find(verb.Get<Catalogue>(), parsed.GetRequiredValue(tenant));
            var written = await verb.Get<TenantBackup>().WriteAsync(where, parsed.GetRequiredValue(to), secret, cancel: cancel);
            return verb.Say(T.Say("Written: {0}. Rows: {1}. Files: {2}. Hash: {3}", written.Path, written.Rows, written.Files, written.Hash));
        }));
        return command;
    }

    public static Command Restore(IServiceProvider services)
    {
        var from = new Option<string>("--in") { Required = true, Description = "The backup" };
        var path = new Option<string?>("--as") { Description = "Its address here; the one it had if left out" };
        var parent = new Option<string?>("--parent") { Description = "The path of the institution above; the root if left out" };
        var server = new Option<string?>("--server") { Description = "The database server to hold it, one of Integral:Database:Servers; the default one if left out" };
        var password = Password("What the accounts' passwords are encrypted with; without it they stay in the backup");
        var command = new Command("restore", "Make an institution from a backup, all or nothing") { from, path, parent, server, password.Said, password.File };
        command.SetAction((parsed, cancel) => CommandLine.DoAsync(services, parsed, "restore", async verb =>
        {
            var wanted = new NewFromBackup(parsed.GetRequiredValue(from))
            {
                Path = parsed.GetValue(path) is { } p ? TenantCommands.Clean(p) : null,
                ParentId = parsed.GetValue(parent) is { } above ? TenantCommands.Find(verb.Get<Catalogue>(), above).Id : null,
                Server = parsed.GetValue(server),
                Password = await TenantCommands.PasswordAsync(parsed.GetValue(password.Said), parsed.GetValue(password.File), "--password"),
            };
            await verb.Get<UnfinishedTenants>().SweepAsync(cancel);
            var restored = await verb.Get<Restoration>().RestoreAsync(wanted, cancel: cancel);
            foreach (var sentence in restored.Says) verb.Output.WriteLine($"- {verb.Texts.Say(sentence)}");
            return verb.Say(T.Say("'{0}' was restored. Hash: {1}. Address: {2}", restored.Tenant.Name, restored.Hash, TenantCommands.Address(verb, restored.Tenant)));
        }));
        return command;
    }
}
