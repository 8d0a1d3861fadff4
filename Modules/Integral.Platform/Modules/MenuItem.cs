using Integral.Platform.Tenancy;

namespace Integral.Platform.Modules;

/// <summary>An entry of the work face's navigation.</summary>
/// <param name="Title">English source of a translated title.</param>
/// <param name="Page">The Razor page it opens: <c>/Admin/People/Index</c>.</param>
/// <param name="Permission">Who sees it; null for everyone who is signed in.</param>
public sealed record MenuItem(string Title, string Page, string? Permission)
{
    /// <summary>English source of the heading that the entry stands under.</summary>
    public string Group { get; init; } = "Administration";

    /// <summary>Name of a symbol of the icon sprite.</summary>
    public string Icon { get; init; } = "circle";

    /// <summary>Smaller stands higher within the group.</summary>
    public int Order { get; init; } = 50;

    /// <summary>The feature whose absence hides it; null for the module's first feature.</summary>
    public string? Feature { get; init; }

    /// <summary>In which tenants it makes sense; null for all.</summary>
    public Func<Tenant, bool>? ShownIn { get; init; }

    /// <summary>Shown only in the root tenant, which runs the installation.</summary>
    public bool RootOnly { get; init; }
}
