using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Integral.Ui.TagHelpers;

/// <summary>
/// A moment (UTC) in the institution's time zone and the reader's way of writing.
/// <code><![CDATA[<ui-time at="application.SentAt" />  <ui-time at="item.PublishedAt" only-date="true" />]]></code>
/// </summary>
[HtmlTargetElement("ui-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper : UiTag
{
    public required DateTime At { get; set; }
    public bool OnlyDate { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var zone = Get<Current>().Tenant.Zone;
        var there = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(At, DateTimeKind.Utc), zone);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(there.ToString(OnlyDate ? "d MMMM yyyy" : "d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture));
    }
}
