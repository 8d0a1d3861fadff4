namespace Integral.Platform.Files;

/// <summary>
/// Rows that name files of the tenant, <see cref="TenantFiles"/>. A module whose tables do so registers one: what nobody says is named may be
/// taken away after a crash.
/// </summary>
public interface INameFiles
{
    /// <param name="stored">Stored names, at most a hundred.</param>
    /// <returns>Those of them that a row of the current tenant names.</returns>
    Task<IReadOnlyList<string>> NamedAsync(IReadOnlyList<string> stored);
}
