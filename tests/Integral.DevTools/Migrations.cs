using System.Reflection;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.DevTools;

/// <summary>Makes one migration per provider, written into the module. 'Host' stands for the host's own tables.</summary>
internal static class Migrations
{
    /// <exception cref="ArgumentException">There is no such module, or it has no tables.</exception>
    public static async Task MakeAsync(string moduleName, string name)
    {
        foreach (var provider in new[] { Provider.Sqlite, Provider.PostgreSql })
        {
            using var schema = SchemaOf(provider, moduleName);
            var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(schema);
            DesignTime(schema).ConfigureDesignTimeServices(services);
            await using var scope = services.BuildServiceProvider();
            var scaffolder = scope.GetRequiredService<IMigrationsScaffolder>();
            var (folder, home, place) = moduleName == "Host"
                ? ("Modules/Integral.Platform", "Integral.Platform", $"Data.HostMigrations.{provider.Name}")
                : ($"Modules/Integral.{moduleName}", $"Integral.{moduleName}", $"Data.Migrations.{provider.Name}");
            var migration = scaffolder.ScaffoldMigration(name, home, place);
            var files = scaffolder.Save(folder, migration, $"{folder}/{place.Replace('.', '/')}", dryRun: false);
            Console.WriteLine(files.MigrationFile);
        }
    }

    private static DbContext SchemaOf(Provider provider, string module)
    {
        if (module == "Host") return provider.HostSchema();
        var known = Web.Modules.All.SingleOrDefault(m => m.Name == module) ?? throw new ArgumentException($"There is no module '{module}'. There are: Host, {string.Join(", ", Web.Modules.All.Select(m => m.Name))}.");
        return provider.SchemaOf(known) ?? throw new ArgumentException($"{module} has no tables: add its two schema classes first.");
    }

    private static IDesignTimeServices DesignTime(DbContext schema)
    {
        var assembly = Assembly.Load(schema.Database.ProviderName!);
        var attribute = assembly.GetCustomAttributes(false).OfType<DesignTimeProviderServicesAttribute>().Single();
        return (IDesignTimeServices)Activator.CreateInstance(assembly.GetType(attribute.TypeName, true)!)!;
    }
}
