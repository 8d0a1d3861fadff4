using Integral.Content.Contracts;
using Integral.Content.Definitions;
using Integral.Content.ReferenceBooks;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Content.Fields;

/// <summary>
/// All kinds of field that the modules bring, whether or not their feature is on: a value that was written while it was stays readable, and a
/// recipe may describe types before it has switched anything on.
/// </summary>
internal sealed class FieldKinds
{
    private readonly ILookup<string, FieldKind> kinds;
    private readonly TypeBooks books;

    public FieldKinds(IEnumerable<FieldKind> kinds, Shelves shelves, TypeBooks books) => (this.kinds, Shelves, this.books) = (kinds.ToLookup(k => k.Name, StringComparer.OrdinalIgnoreCase), shelves, books);

    /// <summary>The reference books from which some kinds choose.</summary>
    public Shelves Shelves { get; }

    /// <summary>The types that are made of them in a tenant.</summary>
    public ValueTask<TypeBook> BookAsync(Db db) => books.OfAsync(db, this);

    public bool Has(string name) => kinds.Contains(name);

    /// <summary>The kind of that name and editor; of an editor that isn't known, the usual one. Null where there is no such kind.</summary>
    public FieldKind? Find(string name, string editor) =>
        kinds[name].FirstOrDefault(k => k.Editor.Equals(editor, StringComparison.OrdinalIgnoreCase)) ?? kinds[name].FirstOrDefault(k => k.Editor.Length == 0);

    public IEnumerable<FieldKind> Offered => kinds.SelectMany(k => k).Where(k => k.IsOffered);
}

internal static class FieldKindServices
{
    public static void AddFieldKinds(this IServiceCollection services)
    {
        services.AddSingleton<TypeBooks>();
        services.AddSingleton<FieldKinds>();
        foreach (var kind in new FieldKind[]
        {
            new TextKind(), new LongTextKind(), new MarkdownKind(), new HtmlKind(), new NumberKind(), new BooleanKind(), new DateKind(), new MomentKind(),
            new LinkKind(), new PictureKind(), new FileKind(), new PickerKind(), new TermKind(), new TextPickerKind(), new GeoKind(), new EmailKind(), new PhoneKind(), new ListOfKind(), new AnyTermKind(), new VideoKind(),
        })
            services.AddSingleton(kind);
    }
}
