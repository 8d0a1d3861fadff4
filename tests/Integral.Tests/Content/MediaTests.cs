using System.Text;
using Integral.Content.Media;
using Integral.Platform;
using Integral.Platform.Files;

namespace Integral.Tests.Content;

public sealed class MediaTests
{
    [Theory]
    [InlineData("news/first bell.jpg")]
    [InlineData("новости/звонок.jpg")]
    public void A_plain_path_is_taken(string path) => Assert.Equal(path, MediaPath.Checked(path));

    [Theory]
    [InlineData("")]
    [InlineData("../a.jpg")]
    [InlineData("a/../../b.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\x")]
    [InlineData("c:/x.jpg")]
    [InlineData("a//b.jpg")]
    [InlineData(".htaccess")]
    [InlineData("con.jpg")]
    [InlineData("a/LPT1")]
    [InlineData("a.jpg.")]
    [InlineData("a\0.jpg")]
    public void A_path_that_leaves_the_folder_or_no_system_keeps_is_refused(string path) => Assert.Throws<RuleException>(() => MediaPath.Checked(path));

    [Theory]
    [InlineData("GIF89a...", "image/gif")]
    [InlineData("%PDF-1.7", "application/pdf")]
    [InlineData("RIFF1234WEBPVP8 ", "image/webp")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><svg/>", "image/svg+xml")]
    [InlineData("\n <!DOCTYPE html><script>alert(1)</script>", "text/html")]
    [InlineData("Just words", "text/plain")]
    [InlineData("", "application/octet-stream")]
    public void A_file_is_what_its_bytes_say(string text, string type) => Assert.Equal(type, MediaKind.Of(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    public void What_could_act_as_a_page_is_a_download(string type) => Assert.False(MediaKind.IsShown(type));
}
