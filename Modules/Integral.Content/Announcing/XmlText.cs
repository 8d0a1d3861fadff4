using System.Text;
using System.Xml;

namespace Integral.Content.Announcing;

/// <summary>Text as XML can hold it: what somebody pasted may have signs in it that XML knows no way to write.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            var pairs = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
                if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) pairs.Append(rune.ToString());
            return pairs.ToString();
        }
    }
}
