namespace Integral.Help;

/// <summary>A guide there is: a Markdown file in <c>Help/</c> for each language.</summary>
/// <param name="Name">The end of its address, the beginning of its files' names.</param>
/// <param name="Roles">Whose own guide it is: they find it first.</param>
internal sealed record Guide(string Name, string Icon, params string[] Roles);

/// <summary>A guide as it is read.</summary>
/// <param name="Html">Below title and lead.</param>
internal sealed record GuideText(string Title, string Lead, string Html, IReadOnlyList<GuidePart> Parts);

/// <summary>An entry of a guide's list of contents.</summary>
internal sealed record GuidePart(string Id, string Title);
