using System.Reflection;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

// ./dev migrate <Module> <Name>: one migration per provider, written into the module. 'Host' stands for the host's own tables.
var (moduleName, name) = (args[0], args[1]);

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

static DbContext SchemaOf(Provider provider, string module) => module == "Host"
    ? provider.HostSchema()
    : provider.SchemaOf(Integral.Web.Modules.All.Single(m => m.Name == module)) ?? throw new ArgumentException($"{module} has no tables: add its two schema classes first.");

static IDesignTimeServices DesignTime(DbContext schema)
{
    var assembly = Assembly.Load(schema.Database.ProviderName!);
    var attribute = assembly.GetCustomAttributes(false).OfType<DesignTimeProviderServicesAttribute>().Single();
    return (IDesignTimeServices)Activator.CreateInstance(assembly.GetType(attribute.TypeName, true)!)!;
}
