using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Writes items on the screens, as authors do.</summary>
internal static class Writing
{
    public const string Title = "Item.TitlePart.Title", Text = "Item.MarkdownBodyPart.Markdown", Path = "Item.AutoroutePart.Path";

    /// <summary>Fills in the form of a new item and keeps it.</summary>
    /// <returns>Its address on the desk.</returns>
    public static async Task<string> WriteAsync(this Visitor author, string type, string title, string text, bool isPublished = true, params (string Field, string Value)[] more)
    {
        var fields = more.ToDictionary(f => f.Field, f => f.Value);
        (fields[Title], fields[Text]) = (title, text);
        var address = $"/Admin/Content/Edit?type={type}";
        var kept = await SendAsync(author, address, await author.OpenAsync(address), fields, isPublished ? "Publish" : "");
        Assert.True(kept.IsRedirect, kept.Errors);
        return $"{kept.Location}";
    }

    /// <summary>Sends the form that was opened before, whatever has happened since.</summary>
    public static Task<Answer> SendAsync(Visitor author, string address, Answer opened, Dictionary<string, string> fields, string handler = "") =>
        SendToAsync(author, handler.Length == 0 ? address : FormOf(opened).QuerySelector($"[formaction*='handler={handler}']")!.GetAttribute("formaction")!, opened, fields);

    /// <summary>The same to an address of one's own choice.</summary>
    public static Task<Answer> SendToAsync(Visitor author, string to, Answer opened, Dictionary<string, string> fields)
    {
        var form = FormOf(opened);
        var filled = form.QuerySelectorAll("input[name]:not([type=checkbox]):not([type=file]), textarea[name], select[name]")
            .Select(f => KeyValuePair.Create(f.GetAttribute("name")!, f switch
            {
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                AngleSharp.Html.Dom.IHtmlInputElement input => input.Value,
                _ => "",
            }));
        return author.PostAsync(to, [.. filled.Where(f => !fields.ContainsKey(f.Key)), .. fields]);
    }

    private static AngleSharp.Dom.IElement FormOf(Answer opened) => opened.Document.QuerySelector($"[name='{Title}']")!.Closest("form")!;
}
