using System.Net;
using System.Text.RegularExpressions;

namespace Integral.Load.Setup;

/// <summary>What a browser sends of a form: what stands in its controls, those without a tick and files aside.</summary>
internal static partial class EditForm
{
    public static Dictionary<string, string> Read(string page)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(page))
            if (Named(input.Value, "type") is not ("checkbox" or "radio" or "file" or "submit" or "button") && Named(input.Value, "name") is { } name) fields.TryAdd(name, Named(input.Value, "value") ?? "");
        foreach (Match area in Area().Matches(page))
            if (Named(area.Groups[1].Value, "name") is { } name) fields.TryAdd(name, WebUtility.HtmlDecode(area.Groups[2].Value).TrimStart('\r', '\n'));
        foreach (Match select in Select().Matches(page))
            if (Named(select.Groups[1].Value, "name") is { } name && Chosen().Match(select.Groups[2].Value) is { Success: true } chosen) fields.TryAdd(name, Named(chosen.Value, "value") ?? "");
        return fields;
    }

    private static string? Named(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("(<textarea\\b[^>]*>)(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("(<select\\b[^>]*>)(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]*\\sselected\\b[^>]*>")]
    private static partial Regex Chosen();
}
