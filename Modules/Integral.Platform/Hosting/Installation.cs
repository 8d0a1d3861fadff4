using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform;

/// <summary>The installation as a whole: brings its databases up before anything is served.</summary>
public sealed class Installation
{
    private readonly Migrator migrations;
    private readonly Databases databases;
    private readonly Catalogue catalogue;
    private readonly Servers servers;
    private readonly TimeProvider clock;
    private readonly Demo demo;
    private bool isPrepared;

    internal Installation(Migrator migrations, Databases databases, Catalogue catalogue, Servers servers, TimeProvider clock, Demo demo) =>
        (this.migrations, this.databases, this.catalogue, this.servers, this.clock, this.demo) = (migrations, databases, catalogue, servers, clock, demo);

    /// <summary>Migrates, reads the catalogue, and fills an empty demo.</summary>
    public async Task PrepareAsync(bool fillWhenEmpty, CancellationToken cancel = default)
    {
        await migrations.PrepareAsync(servers.Names.Prepend(""), cancel);
        await catalogue.RefreshAsync(cancel);
        if (fillWhenEmpty && demo.IsOn && catalogue.Root is null) await demo.FillAsync();
        isPrepared = true;
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        if (!isPrepared) return false;
        await using var host = databases.OpenHost("ready", clock);
        return await host.Numbers.AnyAsync(cancel);
    }
}
