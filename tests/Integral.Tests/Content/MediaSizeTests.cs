using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>An installation with little room.</summary>
public sealed class SmallDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Integral:Media:LargestPictureMB", "1"), new("Integral:Media:LargestFileMB", "2"), new("Integral:Media:QuotaMB", "3")];
}

/// <summary>How much may be sent, and the smaller pictures for small screens.</summary>
public sealed class MediaSizeTests(SmallDistrict district) : IClassFixture<SmallDistrict>
{
    [Fact]
    public async Task What_is_too_large_is_refused_before_it_has_come()
    {
        var http = await district.ProgramAsync("school-2", DeliveredRoles.TenantAdmin);
        await RefusedAsync(http, "huge.jpg", new Endless(Drawn.Jpeg(10, 10), 200 << 20), "2 MB");           // a picture of 200 MB
        await RefusedAsync(http, "large.png", new Endless(Drawn.Png(10, 10), (1 << 20) + 1), "1 MB");
        await RefusedAsync(http, "large.pdf", new Endless("%PDF-1.7"u8.ToArray(), (2 << 20) + 1), "2 MB");
        await RefusedAsync(http, "untold.png", new Endless(Drawn.Png(10, 10), 20 << 20, isTold: false), "1 MB");
        await RefusedAsync(http, "wide.png", new ByteArrayContent(Drawn.Png(60_000, 60_000)), "60000 × 60000");
    }

    [Fact]
    public async Task An_institution_has_so_much_room_and_no_more()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.TenantAdmin);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(http, "centre", "one.bin", new Endless([1], 1800 << 10))).StatusCode);
        var refused = await SendAsync(http, "centre", "two.bin", new Endless([2], 1800 << 10));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("3 MB", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(await district.ProgramAsync("school-1", DeliveredRoles.TenantAdmin), "school-1", "two.bin", new Endless([2], 1800 << 10))).StatusCode);
    }

    [Fact]
    public async Task A_telephone_takes_the_small_picture_and_a_page_asks_no_more_often_for_many()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var texts = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            var (_, body) = await MediaLibraryTests.SendAsync(http, $"many-{n}.png", Drawn.Png(1200, 800, $"many {n}"));
            foreach (var width in new[] { 480, 960 }) Assert.Equal(HttpStatusCode.OK, (await SizeAsync(http, $"{body["id"]}", Drawn.Png(width, width * 2 / 3, $"{n}"))).StatusCode);
            texts.Add($"![Двор](~{body["address"]})");
        }
        var (one, many) = (await AddressAsync(http, texts[0]), await AddressAsync(http, string.Join("\n\n", texts)));
        var picture = (await district.Visitor().OpenAsync(one)).Document.QuerySelector("main .prose img")!;
        Assert.Equal(("1200", "800", "lazy"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
        Assert.Matches(@"^/media/\d{4}/\d\d/many-0\.png\?w=480 480w, /media/.+\?w=960 960w, /media/.+\.png 1200w$", picture.GetAttribute("srcset")!);
        Assert.Equal(Drawn.Png(480, 320, "0"), await district.Visitor().Http.GetByteArrayAsync($"{picture.GetAttribute("src")}?w=400"));
        Assert.Equal(Drawn.Png(1200, 800, "many 0"), await district.Visitor().Http.GetByteArrayAsync($"{picture.GetAttribute("src")}?w=1000"));
        Assert.Equal(await StatementsAsync(one), await StatementsAsync(many));
    }

    [Fact]
    public async Task Only_a_smaller_picture_of_the_same_becomes_one_of_its_sizes()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var (_, body) = await MediaLibraryTests.SendAsync(http, "sizes.png", Drawn.Png(1200, 800, "sizes"));
        foreach (var wrong in new[] { Drawn.Png(1200, 800), Drawn.Png(1300, 866), Drawn.Png(600, 600), "<html>"u8.ToArray() })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SizeAsync(http, $"{body["id"]}", wrong)).StatusCode);
        var other = await district.ProgramAsync("", DeliveredRoles.Librarian);
        Assert.Equal(HttpStatusCode.Forbidden, (await SizeAsync(other, $"{body["id"]}", Drawn.Png(600, 400))).StatusCode);
    }

    private async Task<int> StatementsAsync(string address)
    {
        await district.Visitor().ReadAsync($"{address}?first");
        district.Statements.Reset();
        await district.Visitor().ReadAsync($"{address}?{Guid.NewGuid():N}");
        return district.Statements.Seen.Count;
    }

    private static async Task<string> AddressAsync(HttpClient http, string markdown)
    {
        var item = await http.GetFromJsonAsync<JsonObject>($"/api/v1/content/items/{await MediaLibraryTests.WriteAsync(http, markdown, publish: true)}");
        return $"/{item!["slug"]}";
    }

    private static Task<HttpResponseMessage> SizeAsync(HttpClient http, string id, byte[] file) => http.PostAsync($"{MediaLibraryTests.Api}/{id}/sizes", new ByteArrayContent(file));
    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string tenant, string name, HttpContent content) => http.PostAsync($"{tenant}{MediaLibraryTests.Api}?name={name}", content);

    private static async Task RefusedAsync(HttpClient http, string name, HttpContent content, string says)
    {
        var answer = await SendAsync(http, "school-2", name, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"]!.ToString(), StringComparison.Ordinal);
        if (content is Endless endless) Assert.True(endless.Sent < 4 << 20, $"{endless.Sent} bytes of {name} were taken");
    }

    /// <summary>A file that is never whole in memory.</summary>
    private sealed class Endless(byte[] start, long length, bool isTold = true) : HttpContent
    {
        public long Sent { get; private set; }

        protected override bool TryComputeLength(out long told)
        {
            told = length;
            return isTold;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(start);
            var zeros = new byte[1 << 14];
            for (Sent = start.Length; Sent < length; Sent += zeros.Length) await stream.WriteAsync(zeros.AsMemory(0, (int)Math.Min(zeros.Length, length - Sent)));
        }
    }
}
