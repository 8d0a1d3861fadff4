using Integral.Platform.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Commands;

/// <summary>A verb at work: what it calls, and where it writes.</summary>
public sealed record Verb(IServiceProvider Services, TextWriter Output, TextWriter Error)
{
    public Texts Texts => Get<Texts>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The institution of a path, / for the root.</summary>
    /// <exception cref="RuleException">There is none.</exception>
    public Tenancy.Tenant TenantAt(string path) => TenantCommands.Find(Get<Tenancy.Catalogue>(), path);

    /// <returns>The exit code of a verb that has done what it was asked.</returns>
    public int Say(Sentence sentence)
    {
        Output.WriteLine(Texts.Say(sentence));
        return 0;
    }
}
