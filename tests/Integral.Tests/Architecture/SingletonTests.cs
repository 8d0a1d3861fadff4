using System.Reflection;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Architecture;

/// <summary>The whole application with the list of what it is composed of.</summary>
public sealed class Composition : District
{
    internal List<ServiceDescriptor> Composed { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => Composed.AddRange(services));
    }
}

/// <summary>One container serves all institutions, so what lives as long as it may hold nothing of one (decision 11).</summary>
public sealed class SingletonTests(Composition district) : IClassFixture<Composition>
{
    [Fact]
    public async Task No_singleton_holds_an_institutions_data()
    {
        var rows = await district.InTenantAsync("", s => Task.FromResult(s.GetRequiredService<Db>().Model.GetEntityTypes().Concat(s.GetRequiredService<HostDb>().Model.GetEntityTypes()).Select(e => e.ClrType).ToHashSet()));
        rows.UnionWith([typeof(Db), typeof(HostDb), typeof(Current), typeof(SignedIn)]);
        var ours = district.Composed.Where(d => d.Lifetime == ServiceLifetime.Singleton && !d.IsKeyedService && !d.ServiceType.IsGenericTypeDefinition).Select(TypeOf).OfType<Type>()
            .Where(t => t.Assembly.GetName().Name!.StartsWith("Integral.", StringComparison.Ordinal) && t.Assembly != typeof(SingletonTests).Assembly).Distinct().ToList();
        Assert.True(ours.Count > 20, $"only {ours.Count} singletons were found");

        var holding = ours.SelectMany(Fields).Where(f => Mentions(f.FieldType, rows) && !IsKeyedByTenant(f.FieldType)).Select(f => $"{f.DeclaringType!.Name}.{f.Name}");
        Assert.Empty(holding);
    }

    private Type? TypeOf(ServiceDescriptor descriptor) => descriptor.ImplementationInstance?.GetType() ?? descriptor.ImplementationType
        ?? (descriptor.ServiceType.Assembly.GetName().Name!.StartsWith("Integral.", StringComparison.Ordinal) ? district.Services.GetRequiredService(descriptor.ServiceType).GetType() : null);

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

    // A function that opens something holds nothing; options of a context are no context, a hasher of accounts no account.
    private static bool Mentions(Type type, HashSet<Type> rows) => rows.Contains(type) || !type.Name.StartsWith("PasswordHasher", StringComparison.Ordinal) &&
        type.GetGenericArguments().Any(a => Mentions(a, rows)) && !type.IsSubclassOf(typeof(Delegate)) && !type.FullName!.Contains(nameof(DbContextOptions), StringComparison.Ordinal) ||
        type.GetElementType() is { } element && Mentions(element, rows);

    private static bool IsKeyedByTenant(Type type) => type.IsGenericType && type.GetGenericArguments() is [var key, _] && (key == typeof(Guid) || key.GetGenericArguments().Contains(typeof(Guid)));
}
